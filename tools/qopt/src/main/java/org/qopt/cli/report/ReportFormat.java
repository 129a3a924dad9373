package org.qopt.cli.report;

import java.util.List;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.LineSource;

/** A form of diagnostics; an object of it is good for one command. */
public interface ReportFormat {
  /** The flag that chooses a form. */
  String FLAG = "diagnostics-format";

  /** The flag that shows codes in the form for people. */
  String CODES = "show-diagnostic-codes";

  /** For people. */
  ReportFormat TEXT = new TextReport(false);

  /**
   * {@return what is to be printed of diagnostics as they arise}
   *
   * @param input the file that is worked on, named where a location names none
   * @param lines gives the lines to show
   * @param maxErrors how many errors are shown at most; 0 for all
   */
  String render(List<Diagnostic> diagnostics, String input, LineSource lines, int maxErrors);

  /** {@return what is to be printed when the command has ended} */
  default String end() {
    return "";
  }

  /** {@return how many errors are shown at most, unless the user says so; 0 for all} */
  default int maxErrors() {
    return 2;
  }

  /**
   * {@return the form that the flags ask for}
   *
   * @throws UsageException if there is no such form
   */
  static ReportFormat of(Arguments arguments) {
    String name = arguments.value(FLAG).orElse("text");
    return switch (name) {
      case "text" -> arguments.has(CODES) ? new TextReport(true) : TEXT;
      case "json" -> new JsonLines();
      case "sarif" -> new SarifLog();
      default ->
          throw new UsageException(
              "--diagnostics-format wants text, json or sarif, but got '" + name + "'");
    };
  }
}
