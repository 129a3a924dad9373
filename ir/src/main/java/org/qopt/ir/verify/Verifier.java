package org.qopt.ir.verify;

import java.util.Optional;
import org.qopt.ir.Block;
import org.qopt.ir.CallsOfDefinitions;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.diagnostic.CodeFault;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.op.Clause;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Trait;
import org.qopt.ir.op.Traits;

/**
 * Finds what is invalid in an operation and all that it holds. Of operations that are not defined
 * only what holds for all is asked: values are defined before they are used, blocks are in their
 * region.
 */
public final class Verifier {
  private final Report report;
  private final DefinitionRules definitions;
  private final BlockRules blocks;
  private final SymbolRules symbols;

  private Verifier(Operation root, DiagnosticSink sink) {
    report = new Report(sink);
    definitions = new DefinitionRules(report);
    blocks = new BlockRules(report);
    symbols = new SymbolRules(report, root);
  }

  /**
   * Reports every fault, each at {@link Operation#reportLocation()}. Of an operation with a wrong
   * number of operands or the like no further rules are checked, and dominance only where nothing
   * else is wrong. What calls name outside of {@code root} is not looked at.
   */
  public static void verify(Operation root, DiagnosticSink sink) {
    Verifier verifier = new Verifier(root, sink);
    verifier.operation(root);
    if (verifier.report.errors() == 0) {
      new DominanceRule(verifier.report).check(root);
    }
  }

  private void operation(Operation operation) {
    operation.def().ifPresent(def -> defined(operation, def));
    blocks.successors(operation);
    symbols.check(operation);
    for (Region region : operation.regions()) {
      for (Block block : region.blocks()) {
        blocks.block(operation, block);
        for (Operation inner : block) {
          operation(inner);
        }
      }
    }
  }

  private void defined(Operation operation, OpDef def) {
    CallsOfDefinitions.begin(operation);
    try {
      rules(operation, def);
    } catch (InvalidInputException e) {
      throw e;
    } catch (RuntimeException | LinkageError | AssertionError e) {
      // The code of the definition is at fault; that of a plugin is as good as its author.
      report.report(
          operation,
          CodeFault.error(
              operation.reportLocation(), "'" + operation.name() + "' op cannot be verified", e));
    }
  }

  private void rules(Operation operation, OpDef def) {
    if (!definitions.check(operation, def)) {
      return;
    }
    int before = report.errors();
    for (Trait trait : def.traits()) {
      trait.check().verify(operation, report.counting());
    }
    if (report.errors() > before) {
      // Clauses and inference would find the same fault again.
      return;
    }
    if (def.traits().contains(Traits.TERMINATOR) && operation.next().isPresent()) {
      report.op(
          DiagnosticKind.TERMINATOR, operation, "must be the last operation in the parent block");
    }
    for (Clause clause : def.clauses()) {
      Optional<String> violation = clause.check().violation(operation);
      if (violation.isPresent()) {
        report.op(clause.code(def), operation, violation.get());
        return;
      }
    }
    def.inference().ifPresent(inference -> InferenceRule.check(operation, inference, report));
  }
}
