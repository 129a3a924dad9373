package org.qopt.cli.reduce.move;

import java.util.ArrayList;
import java.util.List;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Block;
import org.qopt.ir.attribute.StringAttr;

/** Makes declarations of functions. */
final class DropBodies implements Move {
  @Override
  public String name() {
    return "function bodies";
  }

  @Override
  public List<Edit> edits(Draft draft) {
    return Programs.bodies(draft).stream().<Edit>map(function -> () -> drop(function)).toList();
  }

  private static void drop(FuncOp function) {
    List<Block> blocks = new ArrayList<>(function.operation().region(0).blocks());
    blocks.forEach(function.operation().region(0)::remove);
    // A declaration that others could see would be a promise of a body.
    function.operation().setAttribute("sym_visibility", new StringAttr("private"));
  }
}
