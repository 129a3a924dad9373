package org.qopt.cli.reduce.move;

import java.util.ArrayList;
import java.util.List;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.ValueDef.Arity;

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
      for (int i = operation.operandCount() - 1; i >= 0 && canDoWithout(operation); i--) {
        int index = i;
        edits.add(() -> operation.removeOperand(index));
      }
    }
    return edits;
  }

  // To try it on others would be in vain, and take long in a large program.
  private static boolean canDoWithout(Operation operation) {
    return !operation.is(ReturnOp.DEF)
        && operation.def().filter(def -> operation.operandCount() <= needed(def)).isEmpty();
  }

  private static long needed(OpDef def) {
    return def.operands().stream().filter(operand -> operand.arity() == Arity.SINGLE).count();
  }
}
