package org.qopt.ir.diagnostic;

/** Takes diagnostics as they arise. */
@FunctionalInterface
public interface DiagnosticSink {
  /** Takes one diagnostic. */
  void report(Diagnostic diagnostic);
}
