package org.qopt.cli.reduce.move;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;

/** Puts what the regions of operations hold in the place of the operations. */
final class UnwrapRegions implements Move {
  @Override
  public String name() {
    return "regions";
  }

  // The outermost first: it makes the most of a program go.
  @Override
  public List<Edit> edits(Draft draft) {
    return Programs.operations(draft).stream()
        .filter(operation -> !operation.regions().isEmpty())
        .filter(operation -> Programs.functionAround(operation).isPresent())
        .<Edit>map(operation -> () -> unwrap(operation, draft))
        .toList();
  }

  private static void unwrap(Operation operation, Draft draft) {
    Optional<FuncOp> function = Programs.functionAround(operation);
    if (function.isEmpty() || !Programs.isThere(operation, draft)) {
      return;
    }
    for (Region region : operation.regions()) {
      for (Block block : region.blocks()) {
        Splice.unwrap(block, operation, function.get());
      }
    }
    Splice.cut(operation, function.get());
  }
}
