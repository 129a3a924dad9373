package org.qopt.rewrite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;

/**
 * Tidies the blocks of regions.
 *
 * @param level how much
 * @param erased is told of each operation that goes
 */
record RegionSimplifier(RegionSimplification level, Consumer<Operation> erased) {
  /** {@return whether a block went from a region of an operation that {@code scope} holds} */
  boolean simplify(Operation scope) {
    if (level == RegionSimplification.DISABLED) {
      return false;
    }
    boolean changed = false;
    for (Region region : scope.regions()) {
      changed |= region.blocks().size() > 1 && simplify(region);
      for (Block block : region.blocks()) {
        for (Operation operation : block) {
          if (!operation.regions().isEmpty()) {
            changed |= simplify(operation);
          }
        }
      }
    }
    return changed;
  }

  private boolean simplify(Region region) {
    boolean changed = eraseUnreachable(region);
    while (level == RegionSimplification.AGGRESSIVE && IdenticalBlocks.merge(region)) {
      changed = true;
      eraseUnreachable(region);
    }
    return changed;
  }

  private boolean eraseUnreachable(Region region) {
    Set<Block> gone = new LinkedHashSet<>(region.blocks());
    gone.removeAll(reachable(region));
    if (gone.isEmpty()) {
      return false;
    }
    // They may use each other's values in a circle.
    gone.forEach(block -> block.forEach(op -> op.walk(inner -> inner.setOperands(List.of()))));
    for (Block block : gone) {
      for (Operation operation : block) {
        operation.erase();
        erased.accept(operation);
      }
    }
    region.removeAll(gone);
    return true;
  }

  private static Set<Block> reachable(Region region) {
    Set<Block> reached = new LinkedHashSet<>();
    Deque<Block> open = new ArrayDeque<>();
    region.entry().ifPresent(open::push);
    while (!open.isEmpty()) {
      Block block = open.pop();
      if (reached.add(block)) {
        block.last().ifPresent(last -> last.successors().forEach(open::push));
      }
    }
    return reached;
  }
}
