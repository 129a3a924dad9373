package org.qopt.cli.reduce.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;

/** Puts operands in the place of results of the same type. */
final class BypassOperations implements Move {
  @Override
  public String name() {
    return "operations between";
  }

  @Override
  public List<Edit> edits(Draft draft) {
    return Programs.operations(draft).stream()
        .filter(operation -> operation.hasUses() && operands(operation).isPresent())
        .<Edit>map(operation -> () -> bypass(operation))
        .toList();
  }

  private static void bypass(Operation operation) {
    Optional<List<Value>> operands = operands(operation);
    if (operands.isPresent() && operation.block().isPresent()) {
      operation.replaceAllUsesWith(operands.get());
      operation.erase();
    }
  }

  private static Optional<List<Value>> operands(Operation operation) {
    List<Value> stand = new ArrayList<>();
    for (OpResult result : operation.results()) {
      Optional<Value> same =
          operation.operands().stream()
              .filter(operand -> operand.type().equals(result.type()))
              .filter(operand -> !operation.results().contains(operand))
              .findFirst();
      if (same.isEmpty()) {
        return Optional.empty();
      }
      stand.add(same.get());
    }
    return Optional.of(stand);
  }
}
