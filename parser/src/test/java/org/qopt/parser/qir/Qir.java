package org.qopt.parser.qir;

import java.util.List;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.Program;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticPrinter;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.diagnostic.LineSource;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;
import org.qopt.ir.verify.Verifier;

/** Short ways to read, verify and print texts in tests. */
final class Qir {
  static final String FILE = "test.qir";

  private static final Dialects DIALECTS = Dialects.load();

  private Qir() {}

  static Program read(String text) {
    return QirReader.read(text, FILE, DIALECTS, ReadOptions.ALLOW_UNREGISTERED);
  }

  static Program readStrictly(String text) {
    return QirReader.read(text, FILE, DIALECTS, ReadOptions.STRICT);
  }

  static String pretty(Program program) {
    return Printer.toText(program.module(), program.printedBy(PrintOptions.PRETTY));
  }

  static String generic(Operation module) {
    return Printer.toText(module, PrintOptions.GENERIC);
  }

  /** {@return the text after reading and printing, without the module around it} */
  static String roundTrip(String text) {
    return pretty(read(text));
  }

  /** {@return what reading and verifying {@code text} reports} */
  static List<Diagnostic> diagnose(String text) {
    try {
      Diagnostics diagnostics = new Diagnostics();
      Verifier.verify(read(text).module(), diagnostics);
      return diagnostics.all();
    } catch (InvalidInputException e) {
      return e.diagnostics();
    }
  }

  /** {@return the diagnostics without lines of the text, as they are shown} */
  static String show(List<Diagnostic> diagnostics) {
    return new DiagnosticPrinter(FILE, LineSource.NONE, 0).render(diagnostics);
  }

  /** {@return what reading {@code text} reports, as it is shown} */
  static String faults(String text) {
    return show(diagnose(text));
  }

  /** {@return what reading {@code text} without unknown dialects reports, as it is shown} */
  static String strictFaults(String text) {
    try {
      readStrictly(text);
      return "";
    } catch (InvalidInputException e) {
      return show(e.diagnostics());
    }
  }
}
