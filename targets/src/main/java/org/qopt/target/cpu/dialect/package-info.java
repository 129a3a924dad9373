/**
 * The dialect {@code cpu}: operations on int8 as ONNX Runtime computes them. One file an operation.
 *
 * <p>What a kernel multiplies by follows from the scales in the quantized types, in float32, so
 * that no operation carries it. Operations of {@code nn} on floats may stand between {@code
 * cpu.dequantize} and {@code cpu.quantize}.
 */
package org.qopt.target.cpu.dialect;
