package org.qopt.passes.canonicalize.fuse;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;

/** What stands before an operation with weights. */
final class NextLinear {
  private NextLinear() {}

  /**
   * {@return what computes the input of {@code linear}, if it is one of {@code defs}, has no
   * activation and no other users, and its first operand has the same type}
   */
  static Optional<Operation> producer(Operation linear, List<OpDef> defs) {
    Value input = linear.operand(0);
    return input
        .definingOp()
        .filter(op -> op.def().filter(defs::contains).isPresent())
        .filter(op -> input.hasOneUse() && Activation.of(op) == Activation.NONE)
        .filter(op -> op.operand(0).type().equals(input.type()));
  }
}
