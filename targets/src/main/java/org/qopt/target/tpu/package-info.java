/**
 * The target {@code tpu}: int8, integers from the first operation to the last, and bit for bit what
 * TensorFlow Lite's reference kernels compute. {@code docs/targets/tpu.md} is the contract.
 */
package org.qopt.target.tpu;
