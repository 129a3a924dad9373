/**
 * What the {@code tpu} target computes: int8 kernels on plain arrays that use integers only, and
 * the derivation of their integer parameters from the float32 scales of a quantized model.
 *
 * <p>The two halves are kept apart. Factories that take scales ({@code of(...)} with {@code float}
 * arguments) run in the compiler; what they return is stored in the program. Everything that a
 * kernel does afterwards touches no floating-point number; only {@link
 * org.qopt.target.tpu.numerics.QuantizeFloat}, {@link org.qopt.target.tpu.numerics.Dequantize} and
 * the construction of a {@link org.qopt.target.tpu.numerics.LookupTable} do.
 *
 * <p>Kernels and their parameters do not change, and several threads may share them.
 *
 * <p>Every kernel gives the bytes that the reference kernels of TensorFlow Lite give. A real number
 * is {@code scale * (q - zeroPoint)}; tensors are NHWC, the last dimension contiguous.
 */
package org.qopt.target.tpu.numerics;
