/**
 * The reader of ONNX models. Models speak of images as NCHW, the program as NHWC: each value knows
 * in which of the two it exists, and is transposed when an operation needs the other ({@link
 * org.qopt.parser.onnx.OnnxValue}, {@link org.qopt.parser.onnx.OnnxGraph}).
 */
package org.qopt.parser.onnx;
