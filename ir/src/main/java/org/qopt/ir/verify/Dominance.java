package org.qopt.ir.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.Value;
import org.qopt.ir.op.Traits;

/**
 * Which values are defined, on every way that leads there, when an operation runs. Valid as long as
 * no blocks are added and no branches change; within a block operations may come and go.
 */
public final class Dominance {
  private final Map<Region, Tree> trees = new IdentityHashMap<>();

  /** {@return whether {@code value} is defined whenever {@code user} runs} */
  public boolean dominates(Value value, Operation user) {
    Optional<Block> home = value.block();
    if (home.isEmpty() || home.get().region().isEmpty()) {
      return false;
    }
    Block block = home.get();
    Region region = block.region().get();
    Optional<Operation> at = ancestorIn(region, user);
    if (at.isEmpty()) {
      return false;
    }
    Block useBlock = at.get().block().orElseThrow();
    if (useBlock == block) {
      Optional<Operation> def = value.definingOp();
      return def.isEmpty()
          || def.get().isBefore(at.get())
          || isGraph(region)
          || !isReachable(user.block().orElseThrow());
    }
    return tree(region).dominates(block, useBlock);
  }

  // What never runs may use anything, its own results too.
  private boolean isReachable(Block block) {
    Region region = block.region().orElseThrow();
    return region.blocks().size() == 1 || tree(region).reaches(block);
  }

  /**
   * {@return whether operations of {@code region} run in no particular order, so that any may use
   * any other's results}
   */
  public static boolean isGraph(Region region) {
    Operation parent = region.parent();
    return region.blocks().size() == 1
        && (parent.def().isEmpty() || parent.has(Traits.NO_TERMINATOR));
  }

  /**
   * {@return the blocks that {@code block} dominates and no other between them does}; none for one
   * that cannot be reached from the entry
   */
  public List<Block> dominatedNext(Block block) {
    return block.region().map(region -> tree(region).dominatedNext(block)).orElse(List.of());
  }

  private static Optional<Operation> ancestorIn(Region region, Operation operation) {
    Operation current = operation;
    while (true) {
      Optional<Region> around = current.block().flatMap(Block::region);
      if (around.isEmpty()) {
        return Optional.empty();
      }
      if (around.get() == region) {
        return Optional.of(current);
      }
      current = around.get().parent();
    }
  }

  private Tree tree(Region region) {
    return trees.computeIfAbsent(region, Tree::new);
  }

  /**
   * The immediate dominators of the blocks of a region, by the algorithm of Cooper, Harvey and
   * Kennedy ("A Simple, Fast Dominance Algorithm", 2001).
   */
  private static final class Tree {
    private static final int NONE = -1;

    private final Map<Block, Integer> order = new IdentityHashMap<>();
    private final int[] dominators;
    private final Map<Integer, List<Block>> next = new HashMap<>();

    private Tree(Region region) {
      List<Block> reversed = reversePostorder(region);
      for (Block block : reversed) {
        order.put(block, order.size());
      }
      dominators = new int[reversed.size()];
      Arrays.fill(dominators, NONE);
      if (reversed.isEmpty()) {
        return;
      }
      dominators[0] = 0;
      boolean changed = true;
      while (changed) {
        changed = false;
        for (Block block : reversed) {
          int from = order.get(block);
          for (Block target : successors(block)) {
            changed |= from(order.get(target), from);
          }
        }
      }
    }

    private boolean from(int target, int predecessor) {
      if (target == 0) {
        return false;
      }
      int old = dominators[target];
      dominators[target] = old == NONE ? predecessor : intersect(old, predecessor);
      return dominators[target] != old;
    }

    private int intersect(int first, int second) {
      int a = first;
      int b = second;
      while (a != b) {
        if (a > b) {
          a = dominators[a];
        } else {
          b = dominators[b];
        }
      }
      return a;
    }

    private boolean reaches(Block block) {
      return order.containsKey(block);
    }

    // What cannot be reached is dominated by everything.
    private boolean dominates(Block above, Block below) {
      if (!order.containsKey(below)) {
        return true;
      }
      if (!order.containsKey(above)) {
        return false;
      }
      int wanted = order.get(above);
      int current = order.get(below);
      while (current > wanted) {
        current = dominators[current];
      }
      return current == wanted;
    }

    private List<Block> dominatedNext(Block block) {
      if (next.isEmpty()) {
        order.forEach(
            (below, index) -> {
              if (index > 0) {
                next.computeIfAbsent(dominators[index], _ -> new ArrayList<>()).add(below);
              }
            });
        next.values().forEach(blocks -> blocks.sort(Comparator.comparing(order::get)));
      }
      return order.containsKey(block) ? next.getOrDefault(order.get(block), List.of()) : List.of();
    }

    private static List<Block> successors(Block block) {
      return block.last().map(Operation::successors).orElse(List.of()).stream()
          .filter(target -> target.region().equals(block.region()))
          .toList();
    }

    // Without recursion: a chain of blocks may be as long as the program.
    private static List<Block> reversePostorder(Region region) {
      Deque<Block> result = new ArrayDeque<>();
      Deque<Block> path = new ArrayDeque<>();
      Map<Block, Deque<Block>> open = new IdentityHashMap<>();
      region.entry().ifPresent(entry -> enter(entry, path, open));
      while (!path.isEmpty()) {
        Deque<Block> rest = open.get(path.peek());
        if (rest.isEmpty()) {
          result.addFirst(path.pop());
        } else {
          Block next = rest.pop();
          if (!open.containsKey(next)) {
            enter(next, path, open);
          }
        }
      }
      return List.copyOf(result);
    }

    private static void enter(Block block, Deque<Block> path, Map<Block, Deque<Block>> open) {
      path.push(block);
      open.put(block, new ArrayDeque<>(successors(block)));
    }
  }
}
