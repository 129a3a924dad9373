package org.qopt.cli.reduce.move;

import java.util.List;
import org.qopt.ir.Operation;

/** Erases operations whose results nothing uses, side effects or not. */
final class EraseUnused implements Move {
  @Override
  public String name() {
    return "unused operations";
  }

  // Users first, so that what only they use is unused when its turn comes.
  @Override
  public List<Edit> edits(Draft draft) {
    return Programs.operations(draft).reversed().stream()
        .filter(
            operation ->
                !Programs.isLast(operation) && Programs.functionAround(operation).isPresent())
        .<Edit>map(operation -> () -> erase(operation))
        .toList();
  }

  private static void erase(Operation operation) {
    if (!operation.hasUses()) {
      operation.erase();
    }
  }
}
