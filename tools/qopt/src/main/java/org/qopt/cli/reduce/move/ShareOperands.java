package org.qopt.cli.reduce.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;

/** Makes operations take the first argument of the function that has the type of their operand. */
final class ShareOperands implements Move {
  @Override
  public String name() {
    return "different operands";
  }

  @Override
  public List<Edit> edits(Draft draft) {
    List<Edit> edits = new ArrayList<>();
    for (Operation operation : Programs.operations(draft)) {
      Optional<FuncOp> function = Programs.functionAround(operation);
      for (int i = 0; i < operation.operandCount() && function.isPresent(); i++) {
        int index = i;
        argument(function.get(), operation.operand(i))
            .ifPresent(argument -> edits.add(() -> operation.setOperand(index, argument)));
      }
    }
    return edits;
  }

  private static Optional<BlockArgument> argument(FuncOp function, Value operand) {
    return function.arguments().stream()
        .filter(argument -> argument.type().equals(operand.type()))
        .findFirst()
        .filter(argument -> argument != operand);
  }
}
