package org.qopt.passes.annotate;

import org.qopt.dialect.calib.FakeQuantOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.op.ConstantElements;

/**
 * Takes the fake quantization off constants: the range of a constant is that of its elements, which
 * training has already fitted to it.
 */
final class FakeQuantizedConstants {
  private FakeQuantizedConstants() {}

  static void unwrap(FuncOp function) {
    for (var operation : function.entry()) {
      if (operation.is(FakeQuantOp.DEF) && ConstantElements.of(operation.operand(0)).isPresent()) {
        operation.result().replaceAllUsesWith(operation.operand(0));
        operation.erase();
      }
    }
  }
}
