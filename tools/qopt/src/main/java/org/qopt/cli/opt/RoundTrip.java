package org.qopt.cli.opt;

import java.util.List;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.model.ModelFiles;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.Program;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;
import org.qopt.parser.qir.QirReader;

/** Finds out whether a program that is printed is read as the same program, in either form. */
final class RoundTrip {
  /** The flag that asks for it. */
  static final String FLAG = "verify-roundtrip";

  // All that there is, in the form that leaves nothing out.
  private static final PrintOptions ALL = PrintOptions.GENERIC.withLocations(true);

  private RoundTrip() {}

  /**
   * Checks {@code program} if the flags ask for it.
   *
   * @throws InvalidInputException if what is printed is not read, or as another program
   */
  static void verify(Program program, Dialects dialects, Arguments arguments) {
    if (!arguments.has(FLAG)) {
      return;
    }
    List<String> before = lines(program, ALL);
    for (PrintOptions form : List.of(ALL, PrintOptions.PRETTY.withLocations(true))) {
      String name = form.generic() ? "<generic form>" : "<pretty form>";
      String text = Printer.toText(program.module(), program.printedBy(form));
      Program again = QirReader.read(text, name, dialects, ModelFiles.readOptions(arguments));
      compare(program.module(), name, before, lines(again, ALL));
    }
  }

  private static List<String> lines(Program program, PrintOptions options) {
    return Printer.toText(program.module(), program.printedBy(options)).lines().toList();
  }

  private static void compare(
      Operation module, String form, List<String> before, List<String> after) {
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      String expected = i < before.size() ? before.get(i).strip() : "the end";
      String found = i < after.size() ? after.get(i).strip() : "the end";
      if (!expected.equals(found)) {
        throw new InvalidInputException(
            DiagnosticKind.ROUND_TRIP,
            module.reportLocation(),
            "%s is read as another program: expected '%s', but found '%s'"
                .formatted(form, expected, found));
      }
    }
  }
}
