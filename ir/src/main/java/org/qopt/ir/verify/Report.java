package org.qopt.ir.verify;

import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.ir.location.ValueNames;

/** Words an error about an operation. */
final class Report {
  private final DiagnosticSink sink;
  private int errors;

  Report(DiagnosticSink sink) {
    this.sink = sink;
  }

  int errors() {
    return errors;
  }

  /** Reports {@code 'name' op message} where the operation stands. */
  void op(DiagnosticKind kind, Operation operation, String message) {
    op(kind.code(), operation, message);
  }

  /** Reports {@code 'name' op message} with {@code code} where the operation stands. */
  void op(String code, Operation operation, String message) {
    plain(code, operation, "'" + operation.name() + "' op " + message);
  }

  /** Reports {@code message} where the operation stands. */
  void plain(DiagnosticKind kind, Operation operation, String message) {
    plain(kind.code(), operation, message);
  }

  private void plain(String code, Operation operation, String message) {
    report(operation, Diagnostic.error(operation.reportLocation(), message).as(code));
  }

  /** Reports {@code diagnostic}, which is about {@code operation}. */
  void report(Operation operation, Diagnostic diagnostic) {
    errors++;
    // With a place in a text as its location, the error does not tell the model's own name.
    Optional<String> name = operation.position().flatMap(_ -> ValueNames.of(operation.location()));
    sink.report(
        name.map(
                text ->
                    diagnostic.withNote(
                        operation.reportLocation(), "this comes from '" + text + "' in the model"))
            .orElse(diagnostic));
  }

  /** {@return a sink for what traits find} */
  DiagnosticSink counting() {
    return diagnostic -> {
      errors++;
      sink.report(diagnostic.as(DiagnosticKind.TRAIT));
    };
  }
}
