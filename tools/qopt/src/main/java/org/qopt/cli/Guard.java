package org.qopt.cli;

import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.qopt.cli.args.Arguments;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.pass.PipelineSyntaxException;

/** Turns whatever a command throws into a message and an exit status; never a stack trace. */
final class Guard {
  private Guard() {}

  /** {@return the exit status of {@code command}, given {@code arguments}} */
  static int run(Arguments arguments, CliIo io, ToIntFunction<Arguments> command) {
    Reports reports = Reports.of(arguments, io);
    try {
      return command.applyAsInt(arguments);
    } catch (InvalidInputException e) {
      reports.print(e.diagnostics());
    } catch (OutOfMemoryError e) {
      io.err().print(reports.input() + ": error: needs more memory than the Java heap has\n");
    } catch (StackOverflowError e) {
      io.err().print(reports.input() + ": error: is nested too deeply\n");
    }
    return ExitStatus.INPUT_FAULT;
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
    } catch (RuntimeException e) {
      io.err().print("qopt: error: fault of qopt's own: " + e + "; QOPT_DEBUG=1 shows where\n");
      if ("1".equals(System.getenv("QOPT_DEBUG"))) {
        e.printStackTrace(io.err());
      }
      return ExitStatus.INPUT_FAULT;
    }
  }
}
