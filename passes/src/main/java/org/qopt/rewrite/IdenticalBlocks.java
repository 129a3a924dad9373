package org.qopt.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.ir.Block;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operand;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.Value;

/** Blocks that take the same and do the same: whoever enters one may enter the other. */
final class IdenticalBlocks {
  private IdenticalBlocks() {}

  /** {@return whether a block of {@code region} is entered instead of others now} */
  static boolean merge(Region region) {
    Map<List<Object>, Block> firsts = new HashMap<>();
    Map<Block, Block> instead = new IdentityHashMap<>();
    for (Block block : region.blocks().subList(1, region.blocks().size())) {
      Optional<List<Object>> content = content(block);
      if (content.isPresent()) {
        Block first = firsts.putIfAbsent(content.get(), block);
        if (first != null) {
          instead.put(block, first);
        }
      }
    }
    for (Block block : region.blocks()) {
      block.last().ifPresent(last -> redirect(last, instead));
    }
    return !instead.isEmpty();
  }

  private static void redirect(Operation last, Map<Block, Block> instead) {
    for (int i = 0; i < last.successors().size(); i++) {
      Block target = instead.get(last.successors().get(i));
      if (target != null) {
        last.setSuccessor(i, target);
      }
    }
  }

  // Values of the block itself are numbered, others stand for themselves. A block whose values
  // others use, or with regions in it, is left alone.
  private static Optional<List<Object>> content(Block block) {
    Map<Value, Integer> numbers = new IdentityHashMap<>();
    List<Object> content = new ArrayList<>();
    for (Value argument : block.arguments()) {
      if (isUsedOutside(argument, block)) {
        return Optional.empty();
      }
      numbers.put(argument, numbers.size());
      content.add(argument.type());
    }
    for (Operation operation : block) {
      if (!operation.regions().isEmpty()) {
        return Optional.empty();
      }
      for (OpResult result : operation.results()) {
        if (isUsedOutside(result, block)) {
          return Optional.empty();
        }
      }
      add(operation, numbers, content);
    }
    return Optional.of(content);
  }

  private static void add(Operation operation, Map<Value, Integer> numbers, List<Object> content) {
    content.add(operation.name());
    content.add(operation.properties());
    content.add(operation.opaqueProperties());
    content.add(operation.attributes());
    content.add(operation.resultTypes());
    content.add(operation.successors());
    List<Object> operands = new ArrayList<>();
    for (Value operand : operation.operands()) {
      operands.add(numbers.containsKey(operand) ? numbers.get(operand) : operand);
    }
    content.add(operands);
    operation.results().forEach(result -> numbers.put(result, numbers.size()));
  }

  private static boolean isUsedOutside(Value value, Block block) {
    for (Operand use : value.uses()) {
      if (use.owner().block().filter(around -> around == block).isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
