package org.qopt.target.cpu.export;

import org.qopt.ir.Operation;

/** Writes operations of one kind as nodes. */
@FunctionalInterface
interface OperationWriter {
  /**
   * Writes {@code operation}; its operands have been written.
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if ONNX cannot express it
   */
  void write(Operation operation, OnnxWriter writer);
}
