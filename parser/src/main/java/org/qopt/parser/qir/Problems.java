package org.qopt.parser.qir;

import java.util.ArrayList;
import java.util.List;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;

/** The errors found so far. */
final class Problems {
  private final List<Diagnostic> all = new ArrayList<>();
  private boolean lostDefinitions;

  /**
   * Takes an error.
   *
   * @throws SyntaxFailure if there are so many that going on is of no use
   */
  void report(Diagnostic diagnostic) {
    if (all.size() < Limits.ERRORS) {
      all.add(diagnostic);
    }
    if (all.size() == Limits.ERRORS) {
      throw SyntaxFailure.fatal(diagnostic);
    }
  }

  /** Takes the failure that ends the reading. */
  void last(SyntaxFailure failure) {
    if (all.isEmpty() || all.getLast() != failure.diagnostic()) {
      all.add(failure.diagnostic());
    }
  }

  /** An operation was given up: values that seem undefined may be its results. */
  void loseDefinitions() {
    lostDefinitions = true;
  }

  boolean lostDefinitions() {
    return lostDefinitions;
  }

  void throwIfAny() {
    if (!all.isEmpty()) {
      throw new InvalidInputException(
          all.stream().map(diagnostic -> diagnostic.as(DiagnosticKind.SYNTAX)).toList());
    }
  }
}
