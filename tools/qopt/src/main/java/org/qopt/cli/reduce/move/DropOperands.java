package org.qopt.cli.reduce.move;

import java.util.ArrayList;
import java.util.List;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.Operation;

/** Drops operands of operations that can do without. */
final class DropOperands implements Move {
  @Override
  public String name() {
    return "operands";
  }

  // The last operand first, so that the places of the others stay.
  @Override
  public List<Edit> edits(Draft draft) {
    List<Edit> edits = new ArrayList<>();
    for (Operation operation : Programs.operations(draft)) {
      for (int i = operation.operandCount() - 1; i >= 0 && !operation.is(ReturnOp.DEF); i--) {
        int index = i;
        edits.add(() -> operation.removeOperand(index));
      }
    }
    return edits;
  }
}
