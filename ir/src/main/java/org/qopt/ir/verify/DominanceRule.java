package org.qopt.ir.verify;

import java.util.Optional;
import org.qopt.ir.Block;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.Value;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.op.Traits;

/** Values are defined before they are used, and not outside of what is isolated from it. */
final class DominanceRule {
  private final Report report;
  private final Dominance dominance = new Dominance();

  DominanceRule(Report report) {
    this.report = report;
  }

  void check(Operation root) {
    for (Region region : root.regions()) {
      for (Block block : region.blocks()) {
        for (Operation operation : block) {
          operands(operation, root);
          check(operation);
        }
      }
    }
  }

  private void operands(Operation operation, Operation around) {
    for (int i = 0; i < operation.operandCount(); i++) {
      Value value = operation.operand(i);
      if (!dominance.dominates(value, operation)) {
        report.report(operation, notDominated(operation, i, value));
      } else if (!value.block().equals(operation.block())) {
        isolation(operation, value, around);
      }
    }
  }

  private void isolation(Operation operation, Value value, Operation around) {
    Region home = value.block().flatMap(Block::region).orElseThrow();
    Operation current = around;
    while (current != home.parent()) {
      if (current.has(Traits.ISOLATED_FROM_ABOVE)) {
        report.report(
            operation,
            Diagnostic.error(
                    operation.reportLocation(),
                    "'" + operation.name() + "' op using value defined outside the region")
                .as(DiagnosticKind.ISOLATION)
                .withNote(current.reportLocation(), "required by region isolation constraints"));
        return;
      }
      current = current.parentOp().orElse(home.parent());
    }
  }

  private static String where(Operation definition, Operation user) {
    Optional<Block> block = user.block();
    if (definition.block().equals(block)) {
      return "the same block";
    }
    Optional<Region> region = definition.block().flatMap(Block::region);
    Optional<Region> around = block.flatMap(Block::region);
    if (region.equals(around)) {
      return "the same region";
    }
    while (around.isPresent() && !around.equals(region)) {
      around = around.get().parent().block().flatMap(Block::region);
    }
    return around.isPresent() ? "a parent region" : "a child region";
  }

  private static Diagnostic notDominated(Operation operation, int index, Value value) {
    Diagnostic error =
        Diagnostic.error(
                operation.reportLocation(), "operand #" + index + " does not dominate this use")
            .as(DiagnosticKind.DOMINANCE);
    return switch (value) {
      case OpResult result ->
          error.withNote(
              result.owner().reportLocation(),
              "operand defined here (op in " + where(result.owner(), operation) + ")");
      case BlockArgument argument ->
          error.withNote(argument.location(), "operand defined here as a block argument");
    };
  }
}
