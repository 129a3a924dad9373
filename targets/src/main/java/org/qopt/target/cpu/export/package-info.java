/**
 * Writes programs of {@code cpu} as ONNX.
 *
 * <p>The program's images are NHWC, ONNX's are NCHW. A value may exist as tensors in several {@link
 * org.qopt.target.cpu.export.Layout}s; transpositions of the program are not written but become
 * layouts, and ONNX's Transpose is written only where an operation needs a layout that no tensor
 * has yet.
 */
package org.qopt.target.cpu.export;
