package org.qopt.parser.qir;

import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;

/** Ends the reading of an operation, or of the whole text when what follows would be guesswork. */
final class SyntaxFailure extends RuntimeException {
  private final transient Diagnostic diagnostic;
  private final boolean fatal;

  private SyntaxFailure(Diagnostic diagnostic, boolean fatal) {
    // No stack trace: it is thrown for the user's fault, perhaps many times.
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
    this.fatal = fatal;
  }

  /** {@return a failure after which the next operation can be read} */
  static SyntaxFailure of(Diagnostic diagnostic) {
    return new SyntaxFailure(diagnostic, false);
  }

  /** {@return a failure after which nothing can be read} */
  static SyntaxFailure fatal(Diagnostic diagnostic) {
    return new SyntaxFailure(diagnostic, true);
  }

  /** {@return the same failure, of this kind} */
  SyntaxFailure as(DiagnosticKind kind) {
    return new SyntaxFailure(diagnostic.as(kind), fatal);
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }

  boolean isFatal() {
    return fatal;
  }
}
