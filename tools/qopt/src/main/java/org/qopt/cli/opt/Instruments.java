package org.qopt.cli.opt;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.cli.CliIo;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;
import org.qopt.pass.PassInstrumentation;
import org.qopt.pass.instrument.IrDumpTarget;
import org.qopt.pass.instrument.IrDumpTree;
import org.qopt.pass.instrument.IrPrinting;
import org.qopt.pass.instrument.IrPrintingOptions;
import org.qopt.pass.instrument.PassStatistics;
import org.qopt.pass.instrument.PassTiming;
import org.qopt.pass.instrument.Timing;

/** What watches the passes, as the flags ask for it: dumps, timing, statistics, remarks. */
final class Instruments {
  static final String BEFORE = "mlir-print-ir-before";
  static final String AFTER = "mlir-print-ir-after";

  private final List<PassInstrumentation> all = new ArrayList<>();
  private final Optional<Timing> timing;
  private final Timing.Display display;
  private final Optional<PassStatistics> statistics;
  private final Optional<Remarks> remarks;

  private Instruments(Arguments arguments, PrintOptions printing, CliIo io) {
    IrPrintingOptions when = dumps(arguments);
    if (when.isActive()) {
      all.add(new IrPrinting(when, op -> Printer.toText(op, printing), dumpTarget(arguments, io)));
    }
    display = display(arguments);
    timing = arguments.has("mlir-timing") ? Optional.of(new Timing()) : Optional.empty();
    timing.ifPresent(clock -> all.add(new PassTiming(clock)));
    statistics =
        arguments.has("mlir-pass-statistics")
            ? Optional.of(new PassStatistics())
            : Optional.empty();
    statistics.ifPresent(all::add);
    remarks = Remarks.of(arguments, io);
  }

  /** {@return the instruments that the flags ask for} */
  static Instruments of(Arguments arguments, PrintOptions printing, CliIo io) {
    return new Instruments(arguments, printing, io);
  }

  List<PassInstrumentation> all() {
    return all;
  }

  /** Begins an activity outside of passes, such as reading. */
  void start(String activity) {
    timing.ifPresent(clock -> clock.start(activity));
  }

  /** Ends the activity begun last. */
  void stop() {
    timing.ifPresent(Timing::stop);
  }

  /** {@return what takes remarks, if the flags ask for them} */
  Optional<Remarks> remarks() {
    return remarks;
  }

  /**
   * Writes the files that are not the program's own.
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if one cannot be written
   */
  void end() {
    remarks.ifPresent(Remarks::write);
  }

  /** {@return the reports on all that was watched} */
  String report() {
    return statistics.map(PassStatistics::report).orElse("")
        + timing.map(clock -> clock.report(display)).orElse("");
  }

  private static IrPrintingOptions dumps(Arguments arguments) {
    return new IrPrintingOptions(
        ImmutableSet.copyOf(arguments.values(BEFORE)),
        ImmutableSet.copyOf(arguments.values(AFTER)),
        arguments.has("mlir-print-ir-before-all"),
        arguments.has("mlir-print-ir-after-all"),
        arguments.has("mlir-print-ir-after-change"),
        arguments.has("mlir-print-ir-after-failure"),
        arguments.has("mlir-print-ir-module-scope"));
  }

  private static IrDumpTarget dumpTarget(Arguments arguments, CliIo io) {
    return arguments
        .value("mlir-print-ir-tree-dir")
        .<IrDumpTarget>map(folder -> new IrDumpTree(io.resolve(folder)))
        .orElseGet(() -> (_, dump) -> io.err().print(dump));
  }

  private static Timing.Display display(Arguments arguments) {
    String form = arguments.value("mlir-timing-display").orElse("tree");
    return switch (form) {
      case "list" -> Timing.Display.LIST;
      case "tree" -> Timing.Display.TREE;
      default ->
          throw new UsageException(
              "--mlir-timing-display wants list or tree, but got '" + form + "'");
    };
  }
}
