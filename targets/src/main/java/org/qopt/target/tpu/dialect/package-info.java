/**
 * The dialect {@code tpu}: operations on int8 that use integers alone. One file an operation; each
 * computes what TensorFlow Lite's reference kernel of the same purpose computes, bit for bit.
 *
 * <p>Everything that a kernel multiplies by stands in attributes, as integers. The quantized types
 * give the zero points and say what the integers mean; that the attributes follow from the types is
 * a clause of every operation, by a {@link org.qopt.target.tpu.dialect.Derivation}.
 */
package org.qopt.target.tpu.dialect;
