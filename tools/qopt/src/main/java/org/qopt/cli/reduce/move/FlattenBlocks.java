package org.qopt.cli.reduce.move;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;

/** Puts all operations of functions with several blocks into the first, one block after another. */
final class FlattenBlocks implements Move {
  @Override
  public String name() {
    return "branches";
  }

  @Override
  public List<Edit> edits(Draft draft) {
    return Programs.bodies(draft).stream()
        .filter(function -> function.operation().region(0).blocks().size() > 1)
        .<Edit>map(function -> () -> flatten(function))
        .toList();
  }

  private static void flatten(FuncOp function) {
    Region region = function.operation().region(0);
    Operation last = function.entry().last().orElseThrow();
    Optional<Operation> end = Optional.empty();
    for (Block block : List.copyOf(region.blocks()).subList(1, region.blocks().size())) {
      Operation terminator = block.last().orElseThrow();
      Splice.unwrap(block, last, function);
      if (end.isEmpty() && terminator.is(ReturnOp.DEF)) {
        terminator.moveBefore(last);
        end = Optional.of(terminator);
      } else {
        Splice.cut(terminator, function);
      }
      region.remove(block);
    }
    // Without a return among them, the program is invalid, and the edit refused.
    Splice.cut(last, function);
  }
}
