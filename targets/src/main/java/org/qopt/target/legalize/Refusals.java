package org.qopt.target.legalize;

import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.quantize.BrokenLimit;
import org.qopt.quantize.Limit;
import org.qopt.quantize.OpRule;
import org.qopt.quantize.QuantProfile;
import org.qopt.rewrite.conversion.Refusal;

/** Says of operations that have no form on a target what was tried, and what would have one. */
final class Refusals {
  private Refusals() {}

  /** {@return the error for one operation} */
  static Diagnostic error(Refusal refusal, String target, QuantProfile profile) {
    Operation operation = refusal.operation();
    String reason =
        refusal.attempts().isEmpty()
            ? "the target has no such operation"
            : refusal.attempts().getLast().reason();
    Diagnostic error =
        Diagnostic.error(
                operation.reportLocation(),
                "'%s' op cannot be legalized for %s: %s"
                    .formatted(operation.name(), target, reason))
            .as(DiagnosticKind.NOT_LEGAL);
    return refusal
        .withNotes(error)
        .withNote(operation.reportLocation(), "nearest legal form: " + nearest(operation, profile));
  }

  private static String nearest(Operation operation, QuantProfile profile) {
    Optional<OpRule> rule = profile.rule(operation.name());
    return rule.isEmpty()
        ? profile.alternative(operation.name())
        : rule.get()
            .firstBroken(operation)
            .map(BrokenLimit::limit)
            .map(Limit::nearest)
            .orElseGet(
                () ->
                    "the QDQ form that quant-annotate{target=%s} and bind-calibration lead to"
                        .formatted(profile.name()));
  }
}
