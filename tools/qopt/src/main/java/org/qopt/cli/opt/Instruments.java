package org.qopt.cli.opt;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.qopt.cli.CliIo;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments;
import org.qopt.ir.Operation;
import org.qopt.ir.PluginLoader;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;
import org.qopt.pass.PassInstrumentation;
import org.qopt.pass.PassInstrumentationProvider;
import org.qopt.pass.instrument.IrDumpTarget;
import org.qopt.pass.instrument.IrDumpTree;
import org.qopt.pass.instrument.IrPrinting;
import org.qopt.pass.instrument.IrPrintingOptions;
import org.qopt.pass.instrument.IrPrintingOptions.Change;
import org.qopt.pass.instrument.PassStatistics;
import org.qopt.pass.instrument.PassTiming;
import org.qopt.pass.instrument.Timing;

/** What watches the passes, as the flags ask for it: dumps, timing, statistics, remarks. */
final class Instruments {
  static final String BEFORE = "mlir-print-ir-before";
  static final String AFTER = "mlir-print-ir-after";
  static final String TREE = "mlir-print-ir-tree-dir";

  private static final String CHANGE = "mlir-print-ir-after-change";

  private final List<PassInstrumentation> all = new ArrayList<>();
  private final Optional<Timing> timing;
  private final TimingForm timingForm;
  private final PassStatistics.Display statisticsForm;
  private final Optional<PassStatistics> statistics;
  private final Optional<Remarks> remarks;

  private Instruments(Arguments arguments, PrintOptions printing, CliIo io) {
    IrPrintingOptions when = dumps(arguments);
    if (when.isActive()) {
      all.add(new IrPrinting(when, op -> text(op, printing), dumpTarget(arguments, io)));
    }
    timingForm = TimingForm.of(arguments);
    statisticsForm = statisticsForm(arguments);
    timing = arguments.has("mlir-timing") ? Optional.of(new Timing()) : Optional.empty();
    timing.ifPresent(clock -> all.add(new PassTiming(clock)));
    statistics =
        arguments.has("mlir-pass-statistics")
            ? Optional.of(new PassStatistics())
            : Optional.empty();
    statistics.ifPresent(all::add);
    remarks = Remarks.of(arguments, io);
    if (Thread.currentThread().getContextClassLoader() instanceof PluginLoader loader) {
      ServiceLoader.load(PassInstrumentationProvider.class, loader)
          .forEach(provider -> all.addAll(provider.instrumentations()));
    }
  }

  // After a failure the program may be such that only the generic form can be told, if any.
  private static String text(Operation operation, PrintOptions printing) {
    try {
      return Printer.toText(operation, printing);
    } catch (RuntimeException e) {
      return Printer.toText(operation, printing.withGeneric(true));
    }
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
    return statistics.map(counts -> counts.report(statisticsForm)).orElse("")
        + timing.map(clock -> timingForm.text(clock.report())).orElse("");
  }

  private static IrPrintingOptions dumps(Arguments arguments) {
    return new IrPrintingOptions(
        ImmutableSet.copyOf(arguments.values(BEFORE)),
        ImmutableSet.copyOf(arguments.values(AFTER)),
        arguments.has("mlir-print-ir-before-all"),
        arguments.has("mlir-print-ir-after-all"),
        change(arguments),
        arguments.has("mlir-print-ir-after-failure"),
        arguments.has("mlir-print-ir-module-scope"));
  }

  private static IrDumpTarget dumpTarget(Arguments arguments, CliIo io) {
    return arguments
        .value(TREE)
        .<IrDumpTarget>map(folder -> new IrDumpTree(io.resolve(folder)))
        .orElseGet(() -> (_, dump) -> io.err().print(dump));
  }

  private static Change change(Arguments arguments) {
    if (arguments.value(CHANGE).filter("diff"::equals).isPresent()) {
      return Change.DIFF;
    }
    return arguments.isOn(CHANGE, false) ? Change.REQUIRED : Change.IGNORED;
  }

  private static PassStatistics.Display statisticsForm(Arguments arguments) {
    String form = arguments.value("mlir-pass-statistics-display").orElse("pipeline");
    return switch (form) {
      case "list" -> PassStatistics.Display.LIST;
      case "pipeline" -> PassStatistics.Display.PIPELINE;
      default ->
          throw new UsageException(
              "--mlir-pass-statistics-display wants list or pipeline, but got '" + form + "'");
    };
  }
}
