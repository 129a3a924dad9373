package org.qopt.cli.reduce.move;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;

/** Makes arguments of the function of what operations compute, and erases these. */
final class CutOperations implements Move {
  @Override
  public String name() {
    return "operations";
  }

  // The last first: when its operands become unused, EraseUnused takes away all before it.
  @Override
  public List<Edit> edits(Draft draft) {
    return Programs.operations(draft).reversed().stream()
        .filter(operation -> operation.hasUses() && !Programs.isLast(operation))
        .<Edit>map(operation -> () -> cut(operation, draft))
        .toList();
  }

  private static void cut(Operation operation, Draft draft) {
    Optional<FuncOp> function = Programs.functionAround(operation);
    if (function.isEmpty() || !Programs.isThere(operation, draft)) {
      return;
    }
    Splice.cut(operation, function.get());
  }
}
