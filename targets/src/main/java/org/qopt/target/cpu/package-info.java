/**
 * The target {@code cpu}: int8 with float32 rescaling, and what ONNX Runtime's quantized kernels
 * compute. {@code docs/targets/cpu.md} is the contract.
 */
package org.qopt.target.cpu;
