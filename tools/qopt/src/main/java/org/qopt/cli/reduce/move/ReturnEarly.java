package org.qopt.cli.reduce.move;

import java.util.ArrayList;
import java.util.List;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.Block;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;

/** Makes functions of several blocks return at the end of the first; what they return is given. */
final class ReturnEarly implements Move {
  @Override
  public String name() {
    return "control flow";
  }

  @Override
  public List<Edit> edits(Draft draft) {
    return Programs.bodies(draft).stream()
        .filter(function -> function.operation().region(0).blocks().size() > 1)
        .<Edit>map(function -> () -> cut(function))
        .toList();
  }

  private static void cut(FuncOp function) {
    Region region = function.operation().region(0);
    Block entry = function.entry();
    List<Block> others = new ArrayList<>(region.blocks().subList(1, region.blocks().size()));
    others.forEach(region::remove);
    // What the other blocks used is used no more: they are out of the program, but still users.
    others.forEach(block -> block.forEach(op -> op.walk(inner -> inner.setOperands(List.of()))));
    Operation last = entry.last().orElseThrow();
    if (last.hasUses()) {
      return;
    }
    List<Value> returned = new ArrayList<>();
    function
        .type()
        .results()
        .forEach(type -> returned.add(Signatures.addArgument(function, type, last.location())));
    OpBuilder.before(last)
        .create(ReturnOp.DEF, last.location(), returned, DictionaryAttr.EMPTY, List.of());
    last.erase();
  }
}
