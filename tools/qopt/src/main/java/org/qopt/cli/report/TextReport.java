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
 *
 * @param codes whether messages end with the codes of the diagnostics
 */
record TextReport(boolean codes) implements ReportFormat {
  @Override
  public String render(
      List<Diagnostic> diagnostics, String input, LineSource lines, int maxErrors) {
    return new DiagnosticPrinter(input, lines, maxErrors)
        .render(codes ? diagnostics.stream().map(TextReport::withCode).toList() : diagnostics);
  }

  private static Diagnostic withCode(Diagnostic diagnostic) {
    return new Diagnostic(
        diagnostic.severity(),
        diagnostic.location(),
        "%s [%s]".formatted(diagnostic.message(), diagnostic.code()),
        diagnostic.code(),
        diagnostic.notes());
  }
}
