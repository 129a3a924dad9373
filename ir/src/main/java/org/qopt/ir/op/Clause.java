package org.qopt.ir.op;

import java.util.Locale;
import java.util.Optional;
import org.qopt.ir.Operation;

/**
 * A rule that every valid operation of a kind keeps, beyond the constraints of its operands and
 * attributes one by one.
 *
 * @param id {@code C1}, {@code C2}, ... in the order of the definition
 * @param text the rule, as documentation
 * @param check finds out whether an operation breaks it
 */
public record Clause(String id, String text, Check check) {
  /** {@return the code of diagnostics that say that an operation of {@code def} breaks it} */
  public String code(OpDef def) {
    return def.name() + "_" + id.toLowerCase(Locale.ROOT);
  }

  /** Looks for a violation. Operands and attributes already fit their constraints. */
  @FunctionalInterface
  public interface Check {
    /**
     * {@return how {@code operation} breaks the rule (expected and found), or empty if it does not}
     */
    Optional<String> violation(Operation operation);
  }
}
