package org.qopt.target.tpu.legalize;

import java.util.HashMap;
import java.util.Map;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.quantize.BrokenLimit;
import org.qopt.quantize.Limit;
import org.qopt.rewrite.RewriteListener;
import org.qopt.target.tpu.TpuProfile;

/** Remembers why patterns did not apply, and reports the operations that are left over. */
final class Leftovers implements RewriteListener {
  private static final String QDQ =
      "an operation of the dialect nn between 'quant.dcast' and 'quant.qcast', as bind-calibration"
          + " leaves it";

  private final Map<Operation, String> reasons = new HashMap<>();

  @Override
  public void notMatched(String pattern, Operation operation, String reason) {
    reasons.put(operation, reason);
  }

  /** Reports what is left in {@code function}. */
  void report(FuncOp function, DiagnosticSink sink) {
    for (Operation operation : function.entry()) {
      if (operation.dialect().equals("nn") && reasons.containsKey(operation)) {
        sink.report(error(operation, reasons.get(operation)));
      }
    }
  }

  private static Diagnostic error(Operation operation, String reason) {
    String nearest =
        TpuProfile.PROFILE
            .rule(operation.name())
            .flatMap(rule -> rule.firstBroken(operation))
            .map(BrokenLimit::limit)
            .map(Limit::nearest)
            .orElse(QDQ);
    return Diagnostic.error(
            operation.reportLocation(),
            "'%s' op cannot be legalized for tpu: %s".formatted(operation.name(), reason))
        .withNote(operation.reportLocation(), "nearest legal form: " + nearest);
  }
}
