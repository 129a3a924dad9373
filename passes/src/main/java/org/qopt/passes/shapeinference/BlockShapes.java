package org.qopt.passes.shapeinference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.Block;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.type.Type;
import org.qopt.rewrite.TypeRefinement;

/**
 * The values of a function with several blocks.
 *
 * <ol>
 *   <li>What the arguments of a block are is taken from the branches that were met first.
 *   <li>All blocks are inferred with that; what all branches then have in common is taken instead.
 *   <li>This is repeated until it is what was assumed. What is taken only ever says less, so that
 *       there is an end, and a loop that hands on the shape that it was given is found out.
 * </ol>
 */
final class BlockShapes {
  private final FuncOp function;
  private final Map<Value, Type> before = new LinkedHashMap<>();

  BlockShapes(FuncOp function) {
    this.function = function;
    function.operation().walk(op -> op.results().forEach(this::remember));
    for (Block block : blocks().subList(1, blocks().size())) {
      block.arguments().forEach(this::remember);
    }
  }

  private void remember(Value value) {
    before.put(value, value.type());
  }

  private List<Block> blocks() {
    return function.operation().region(0).blocks();
  }

  /** {@return whether more is known of a value now} */
  boolean infer(OperationShapes shapes) {
    Map<BlockArgument, Type> assumed = Map.of();
    while (true) {
      before.forEach(Value::setType);
      OperationShapes trial = shapes.trial();
      Map<BlockArgument, Type> passed = pass(trial, assumed);
      if (passed.equals(assumed)) {
        shapes.adopt(trial);
        return before.entrySet().stream()
            .anyMatch(entry -> !entry.getKey().type().equals(entry.getValue()));
      }
      assumed = passed;
    }
  }

  // What branches pass, or may have passed before.
  private Map<BlockArgument, Type> pass(OperationShapes shapes, Map<BlockArgument, Type> assumed) {
    Map<BlockArgument, Type> passed = new HashMap<>(assumed);
    SymbolicShapes symbolic = new SymbolicShapes();
    for (Block block : inOrder()) {
      if (block != function.entry()) {
        Operation cause = Branch.to(block).getFirst().terminator();
        block.arguments().forEach(argument -> shapes.refine(argument, passed.get(argument), cause));
      }
      for (Operation operation : block) {
        operation.walk(inner -> shapes.refine(inner, symbolic));
      }
      Branch.from(block).forEach(branch -> join(branch, passed));
    }
    return passed;
  }

  private void join(Branch branch, Map<BlockArgument, Type> passed) {
    for (BlockArgument argument : branch.target().arguments()) {
      Type type =
          branch
              .firstOperand()
              .map(first -> branch.terminator().operand(first + argument.index()).type())
              // What is not known to be passed is as the argument was declared.
              .orElse(before.get(argument));
      passed.merge(argument, type, TypeRefinement::common);
    }
  }

  // Blocks that are reached, each after one that leads to it.
  private List<Block> inOrder() {
    Set<Block> seen = new LinkedHashSet<>();
    Set<Block> after = new LinkedHashSet<>();
    Deque<Block> open = new ArrayDeque<>(List.of(function.entry()));
    while (!open.isEmpty()) {
      Block block = open.peek();
      if (seen.add(block)) {
        Branch.from(block).reversed().stream()
            .map(Branch::target)
            .filter(target -> !seen.contains(target))
            .forEach(open::push);
      } else {
        after.add(open.pop());
      }
    }
    return List.copyOf(after).reversed();
  }

  /** {@return what all returns have in common, if there are any} */
  List<Type> results() {
    List<Operation> returns = returns();
    if (returns.isEmpty()) {
      return function.type().results();
    }
    List<Type> common = new ArrayList<>(returns.getFirst().operandTypes());
    for (Operation other : returns) {
      for (int i = 0; i < common.size(); i++) {
        common.set(i, TypeRefinement.common(common.get(i), other.operand(i).type()));
      }
    }
    return common;
  }

  /** Casts what is passed and returned to what the arguments and results are. */
  void match() {
    for (Operation end : returns()) {
      for (int i = 0; i < end.operandCount(); i++) {
        ForgettingCasts.match(end, i, function.type().results().get(i));
      }
    }
    for (Block block : blocks()) {
      Branch.from(block).forEach(BlockShapes::match);
    }
  }

  private static void match(Branch branch) {
    if (branch.firstOperand().isEmpty()) {
      return;
    }
    for (BlockArgument argument : branch.target().arguments()) {
      ForgettingCasts.match(
          branch.terminator(), branch.firstOperand().get() + argument.index(), argument.type());
    }
  }

  private List<Operation> returns() {
    return blocks().stream()
        .flatMap(block -> block.last().stream())
        .filter(last -> last.is(ReturnOp.DEF))
        .toList();
  }
}
