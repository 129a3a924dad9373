package org.qopt.cli.reduce.move;

import java.util.ArrayList;
import java.util.List;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.BlockArgument;

/** Drops arguments of functions that nothing uses. */
final class DropArguments implements Move {
  @Override
  public String name() {
    return "arguments";
  }

  @Override
  public List<Edit> edits(Draft draft) {
    List<Edit> edits = new ArrayList<>();
    for (FuncOp function : Programs.bodies(draft)) {
      for (BlockArgument argument : List.copyOf(function.arguments()).reversed()) {
        if (!argument.hasUses()) {
          edits.add(() -> Signatures.removeArgument(function, argument.index()));
        }
      }
    }
    return edits;
  }
}
