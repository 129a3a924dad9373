/**
 * Other runtimes, as tests need them: TensorFlow Lite with its reference kernels, ONNX Runtime, and
 * models of a single operation made on the spot. Each runtime says whether its native library is
 * there, so that a test can be skipped with the reason.
 */
package org.qopt.peers;
