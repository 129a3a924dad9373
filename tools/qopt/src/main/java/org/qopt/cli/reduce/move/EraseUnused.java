package org.qopt.cli.reduce.move;

import java.util.ArrayDeque;
import java.util.List;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;

/**
 * Erases operations whose results nothing uses, side effects or not, with all that only they use.
 */
final class EraseUnused implements Move {
  @Override
  public String name() {
    return "unused operations";
  }

  @Override
  public List<Edit> edits(Draft draft) {
    return Programs.unused(draft).stream().<Edit>map(operation -> () -> erase(operation)).toList();
  }

  // Not by recursion: a program may be one long chain.
  private static void erase(Operation first) {
    ArrayDeque<Operation> left = new ArrayDeque<>(List.of(first));
    while (!left.isEmpty()) {
      Operation operation = left.pop();
      if (!operation.hasUses() && operation.block().isPresent()) {
        List<Value> operands = operation.operands();
        operation.erase();
        operands.forEach(operand -> operand.definingOp().ifPresent(left::push));
      }
    }
  }
}
