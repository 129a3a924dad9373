package org.qopt.ir.diagnostic;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Collects diagnostics in the order in which they arise. */
public final class Diagnostics implements DiagnosticSink {
  private final List<Diagnostic> all = new ArrayList<>();

  @Override
  public void report(Diagnostic diagnostic) {
    all.add(diagnostic);
  }

  /** {@return what was reported so far} */
  public ImmutableList<Diagnostic> all() {
    return ImmutableList.copyOf(all);
  }

  /** {@return whether an error was reported} */
  public boolean hasErrors() {
    for (Diagnostic diagnostic : all) {
      if (diagnostic.severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }

  /**
   * Ends the work if an error was reported.
   *
   * @throws InvalidInputException with everything that was reported
   */
  public void throwIfErrors() {
    if (hasErrors()) {
      throw new InvalidInputException(all());
    }
  }
}
