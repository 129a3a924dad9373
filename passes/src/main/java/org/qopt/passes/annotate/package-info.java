/**
 * The pass {@code quant-annotate}: decides which values of a float program are to be quantized and
 * how, from a target's profile, and writes the decision into the program as operations of the
 * dialect {@code calib}.
 */
package org.qopt.passes.annotate;
