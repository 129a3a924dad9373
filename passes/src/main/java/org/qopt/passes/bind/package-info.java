/**
 * The pass {@code bind-calibration}: turns ranges into scales and zero points, weights and biases
 * into integers, and leaves the program in QDQ form.
 */
package org.qopt.passes.bind;
