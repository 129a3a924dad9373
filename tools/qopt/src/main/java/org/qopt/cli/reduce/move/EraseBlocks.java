package org.qopt.cli.reduce.move;

import java.util.ArrayList;
import java.util.List;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;

/**
 * Erases blocks, but the first of a region; who passes control there passes it to the first other.
 */
final class EraseBlocks implements Move {
  @Override
  public String name() {
    return "blocks";
  }

  @Override
  public List<Edit> edits(Draft draft) {
    List<Edit> edits = new ArrayList<>();
    for (Operation operation : Programs.operations(draft)) {
      for (Region region : operation.regions()) {
        List<Block> blocks = List.copyOf(region.blocks());
        for (int i = blocks.size() - 1; i > 0; i--) {
          Block block = blocks.get(i);
          edits.add(() -> erase(region, block));
        }
      }
    }
    return edits;
  }

  private static void erase(Region region, Block block) {
    List<Block> others = region.blocks().stream().filter(other -> other != block).toList();
    if (others.size() > 1) {
      others.forEach(other -> redirect(other, block, others.get(1)));
    }
    block.forEach(operation -> operation.walk(inner -> inner.setOperands(List.of())));
    region.remove(block);
  }

  private static void redirect(Block from, Block gone, Block to) {
    for (Operation operation : from) {
      for (int i = 0; i < operation.successors().size(); i++) {
        if (operation.successors().get(i) == gone) {
          operation.setSuccessor(i, to);
        }
      }
    }
  }
}
