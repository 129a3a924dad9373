package org.qopt.target.cpu.export;

import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;

/** Errors about operations that ONNX cannot express. */
final class Unwritable {
  private Unwritable() {}

  /** {@return the error that says what was expected and what was found} */
  static InvalidInputException fault(Operation operation, String expected, String found) {
    return new InvalidInputException(
        operation.reportLocation(),
        "'%s' op cannot be written as ONNX: expected %s, but got %s"
            .formatted(operation.name(), expected, found));
  }
}
