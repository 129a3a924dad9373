package org.qopt.cli.reduce.move;

import java.util.List;
import java.util.TreeSet;
import org.qopt.ir.Block;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.Value;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/**
 * Makes 1 of a size wherever a dimension of an argument or a constant has it, since dimensions of
 * one size mostly have to be alike; the types of what is computed follow.
 */
final class ShrinkDimensions implements Move {
  @Override
  public String name() {
    return "dimensions";
  }

  @Override
  public List<Edit> edits(Draft draft) {
    TreeSet<Long> sizes = new TreeSet<>();
    draft.module().walk(operation -> collect(operation, sizes));
    // The largest first: it makes the most of a program go.
    return sizes.descendingSet().stream()
        .<Edit>map(size -> () -> new Resizing(size, 1).apply(draft.module()))
        .toList();
  }

  private static void collect(Operation operation, TreeSet<Long> sizes) {
    if (Resizing.isSource(operation)) {
      operation.results().forEach(result -> collect(result, sizes));
    }
    for (Region region : operation.regions()) {
      for (Block block : region.blocks()) {
        for (BlockArgument argument : block.arguments()) {
          collect(argument, sizes);
        }
      }
    }
  }

  private static void collect(Value value, TreeSet<Long> sizes) {
    if (value.type() instanceof TensorType tensor) {
      tensor.shape().dims().stream()
          .filter(size -> size > 1 && size != Shape.DYNAMIC)
          .forEach(sizes::add);
    }
  }
}
