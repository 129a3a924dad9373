package org.qopt.cli.reduce.move;

import java.util.List;
import org.qopt.ir.Operation;

/** Erases functions and whatever else stands directly in the module. */
final class EraseSymbols implements Move {
  @Override
  public String name() {
    return "functions";
  }

  @Override
  public List<Edit> edits(Draft draft) {
    return draft.module().region(0).blocks().stream()
        .flatMap(block -> block.operations().stream())
        .<Edit>map(operation -> () -> erase(operation))
        .toList();
  }

  private static void erase(Operation operation) {
    if (!operation.hasUses()) {
      operation.erase();
    }
  }
}
