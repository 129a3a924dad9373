package org.qopt.cli.report;

import java.util.List;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticPrinter;
import org.qopt.ir.diagnostic.LineSource;

/**
 * Diagnostics for people.
 *
 * <p>Not a lambda: the cache that programs start from cannot hold one of an interface with default
 * methods, and every start needs this.
 */
record TextReport() implements ReportFormat {
  @Override
  public String render(
      List<Diagnostic> diagnostics, String input, LineSource lines, int maxErrors) {
    return new DiagnosticPrinter(input, lines, maxErrors).render(diagnostics);
  }
}
