package org.qopt.cli.opt;

import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments;
import org.qopt.pass.instrument.TimingReport;

/**
 * How times are reported, as the flags say.
 *
 * @param display how the activities are laid out
 * @param json whether as JSON
 * @param withUser whether the work of all threads together is told too
 */
record TimingForm(TimingReport.Display display, boolean json, boolean withUser) {
  /** {@return what the flags say} */
  static TimingForm of(Arguments arguments) {
    return new TimingForm(
        display(arguments), isJson(arguments), !arguments.has("mlir-disable-threading"));
  }

  String text(TimingReport report) {
    return json ? report.json(display, withUser) : report.text(display, withUser);
  }

  private static TimingReport.Display display(Arguments arguments) {
    String form = arguments.value("mlir-timing-display").orElse("tree");
    return switch (form) {
      case "list" -> TimingReport.Display.LIST;
      case "tree" -> TimingReport.Display.TREE;
      default ->
          throw new UsageException(
              "--mlir-timing-display wants list or tree, but got '" + form + "'");
    };
  }

  private static boolean isJson(Arguments arguments) {
    String format = arguments.value("mlir-output-format").orElse("text");
    if (!format.equals("text") && !format.equals("json")) {
      throw new UsageException("--mlir-output-format wants text or json, but got '" + format + "'");
    }
    return format.equals("json");
  }
}
