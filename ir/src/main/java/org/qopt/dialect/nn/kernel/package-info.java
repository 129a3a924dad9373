/**
 * What the operations of {@code nn} compute. Numbers are {@code float}; sums whose order would show
 * in the result are taken in {@code double}. Tensors of other float kinds are converted on the way
 * in and rounded on the way out.
 */
package org.qopt.dialect.nn.kernel;
