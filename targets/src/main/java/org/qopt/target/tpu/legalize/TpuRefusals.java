package org.qopt.target.tpu.legalize;

import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.quantize.BrokenLimit;
import org.qopt.quantize.Limit;
import org.qopt.quantize.OpRule;
import org.qopt.rewrite.conversion.Refusal;
import org.qopt.target.tpu.TpuProfile;

/** Says of operations that have no form on the target what was tried, and what would have one. */
final class TpuRefusals {
  private static final String QDQ =
      "the QDQ form that quant-annotate{target=tpu} and bind-calibration lead to";

  private TpuRefusals() {}

  /** {@return the error for one operation} */
  static Diagnostic error(Refusal refusal) {
    Operation operation = refusal.operation();
    String reason =
        refusal.attempts().isEmpty()
            ? "the target has no such operation"
            : refusal.attempts().getLast().reason();
    Diagnostic error =
        Diagnostic.error(
                operation.reportLocation(),
                "'%s' op cannot be legalized for tpu: %s".formatted(operation.name(), reason))
            .as(DiagnosticKind.NOT_LEGAL);
    return refusal
        .withNotes(error)
        .withNote(operation.reportLocation(), "nearest legal form: " + nearest(operation));
  }

  private static String nearest(Operation operation) {
    Optional<OpRule> rule = TpuProfile.PROFILE.rule(operation.name());
    return rule.isEmpty()
        ? TpuProfile.PROFILE.alternative(operation.name())
        : rule.get().firstBroken(operation).map(BrokenLimit::limit).map(Limit::nearest).orElse(QDQ);
  }
}
