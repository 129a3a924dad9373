package org.qopt.target.tpu.legalize;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.quantize.BrokenLimit;
import org.qopt.quantize.Limit;
import org.qopt.quantize.OpRule;
import org.qopt.rewrite.RewriteListener;
import org.qopt.target.tpu.TpuProfile;

/** Remembers why patterns did not apply, and reports the operations that are left over. */
final class Leftovers implements RewriteListener {
  private static final String QDQ =
      "the QDQ form that quant-annotate{target=tpu} and bind-calibration lead to";

  private final Map<Operation, String> reasons = new HashMap<>();

  @Override
  public void notMatched(String pattern, Operation operation, String reason) {
    reasons.put(operation, reason);
  }

  /** Reports what is left in {@code function}. */
  void report(FuncOp function, DiagnosticSink sink) {
    for (Operation operation : function.entry()) {
      if (operation.dialect().equals("nn") && !operation.is(ConstantOp.DEF)) {
        sink.report(
            error(operation, reasons.getOrDefault(operation, "the target has no such operation")));
      }
    }
  }

  private static Diagnostic error(Operation operation, String reason) {
    Optional<OpRule> rule = TpuProfile.PROFILE.rule(operation.name());
    String nearest =
        rule.isEmpty()
            ? TpuProfile.PROFILE.alternative(operation.name())
            : rule.get()
                .firstBroken(operation)
                .map(BrokenLimit::limit)
                .map(Limit::nearest)
                .orElse(QDQ);
    return Diagnostic.error(
            operation.reportLocation(),
            "'%s' op cannot be legalized for tpu: %s".formatted(operation.name(), reason))
        .withNote(operation.reportLocation(), "nearest legal form: " + nearest);
  }
}
