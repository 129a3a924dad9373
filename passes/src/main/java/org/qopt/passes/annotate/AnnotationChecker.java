package org.qopt.passes.annotate;

import java.util.Optional;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.quantize.OpRule;
import org.qopt.quantize.QuantProfile;

/** Reports the operations of a function that a target has no quantized form for, and why. */
final class AnnotationChecker {
  private final QuantProfile profile;
  private final DiagnosticSink sink;

  AnnotationChecker(QuantProfile profile, DiagnosticSink sink) {
    this.profile = profile;
    this.sink = sink;
  }

  /** Reports what is wrong with {@code function}, an error for each operation. */
  void check(FuncOp function) {
    if (function.operation().region(0).blocks().size() > 1) {
      report(function.operation(), "a function of one block", "several", "inline the branches");
      return;
    }
    function.entry().forEach(this::check);
  }

  private void check(Operation operation) {
    boolean plain =
        operation.is(ReturnOp.DEF)
            || AnnotationPlan.isObservation(operation)
            || FloatValues.isConstant(operation);
    if (plain || !FloatValues.concerns(operation)) {
      return;
    }
    Optional<OpRule> rule = profile.rule(operation.name());
    if (rule.isEmpty()) {
      sink.report(
          error(operation, "the target has no such operation")
              .withNote(
                  operation.reportLocation(),
                  "nearest legal form: " + profile.alternative(operation.name())));
      return;
    }
    QuantizedOps.firstBroken(rule.get(), operation)
        .ifPresent(b -> report(operation, b.limit().constraint(), b.found(), b.limit().nearest()));
  }

  private void report(Operation operation, String constraint, String found, String nearest) {
    sink.report(
        error(operation, constraint + ", but got " + found)
            .withNote(operation.reportLocation(), "nearest legal form: " + nearest));
  }

  private Diagnostic error(Operation operation, String reason) {
    return Diagnostic.error(
        operation.reportLocation(),
        "'%s' op has no %s form on %s: %s"
            .formatted(operation.name(), profile.precision(), profile.name(), reason));
  }
}
