package org.qopt.cli;

import java.util.List;
import org.qopt.ir.diagnostic.Diagnostic;

final class Reports {
  private Reports() {}

  static void print(List<Diagnostic> diagnostics, int maxErrors, CliIo io) {
    diagnostics.forEach(d -> io.err().println(d));
  }
}
