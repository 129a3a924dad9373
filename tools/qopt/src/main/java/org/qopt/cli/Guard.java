package org.qopt.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.report.ReportFormat;
import org.qopt.ir.PluginLoader;
import org.qopt.ir.diagnostic.CodeFault;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.pass.PipelineSyntaxException;

/** Turns whatever a command throws into a message and an exit status; never a stack trace. */
final class Guard {
  private Guard() {}

  /** {@return the exit status of {@code command}, which reports as {@code arguments} say} */
  static int run(Arguments arguments, CliIo plain, ToIntFunction<CliIo> command) {
    CliIo io = plain.reportingAs(ReportFormat.of(arguments));
    int status = run(Reports.of(arguments, io), io, command);
    io.err().print(io.reports().end());
    return status;
  }

  private static int run(Reports reports, CliIo io, ToIntFunction<CliIo> command) {
    try {
      return command.applyAsInt(io);
    } catch (InvalidInputException e) {
      reports.print(e.diagnostics());
      // A fault of code is the cause; a fault of the input has none.
      Optional.ofNullable(e.getCause()).ifPresent(cause -> trace(cause, io));
    } catch (OutOfMemoryError e) {
      reports.print(List.of(error("needs more memory than the Java heap has")));
    } catch (StackOverflowError e) {
      Optional<String> plugin = PluginLoader.culprit(e);
      reports.print(
          List.of(
              plugin.isPresent()
                  ? CodeFault.error(UnknownLocation.UNKNOWN, "cannot go on", e)
                  : error("is nested too deeply")));
    }
    return ExitStatus.INPUT_FAULT;
  }

  private static Diagnostic error(String message) {
    return Diagnostic.error(UnknownLocation.UNKNOWN, message).as(DiagnosticKind.MEMORY);
  }

  private static String culprit(Throwable thrown) {
    return PluginLoader.culprit(thrown)
        .map(file -> "in plugin '" + file + "'")
        .orElse("of qopt's own");
  }

  /** {@return the exit status of {@code line}, which may find the command line at fault} */
  static int usage(CliIo io, IntSupplier line) {
    try {
      return line.getAsInt();
    } catch (UsageException e) {
      io.err().print("qopt: error: " + e.getMessage() + "\n");
      return ExitStatus.USAGE_FAULT;
    } catch (PipelineSyntaxException e) {
      String caret = " ".repeat(Math.max(0, e.position())) + "^";
      io.err().print("qopt: error: %s\n%s\n%s\n".formatted(e.getMessage(), e.text(), caret));
      return ExitStatus.USAGE_FAULT;
    } catch (Exception | Error e) {
      io.err()
          .print("qopt: error: fault " + culprit(e) + ": " + e + "; QOPT_DEBUG=1 shows where\n");
      trace(e, io);
      return ExitStatus.INPUT_FAULT;
    }
  }

  private static void trace(Throwable thrown, CliIo io) {
    if ("1".equals(System.getenv("QOPT_DEBUG"))) {
      thrown.printStackTrace(io.err());
    }
  }
}
