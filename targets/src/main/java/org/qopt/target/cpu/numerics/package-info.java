/**
 * What the {@code cpu} target computes: int8 kernels on plain arrays, whose sums are integers and
 * whose results are rescaled in float32 and rounded to the nearest integer, halves to even.
 *
 * <p>Every kernel computes what the kernel of ONNX Runtime computes that the exported operation is
 * run by, in the same order of the same float32 operations. Where that order tells uint8 from int8
 * (a zero point is added before the rounding), it is that of uint8, whose zero points and values
 * are larger by 128. A real number is {@code scale * (q - zeroPoint)}; images are NHWC.
 *
 * <p>Kernels and their parameters do not change, and several threads may share them.
 */
package org.qopt.target.cpu.numerics;
