package org.qopt.cli;

import java.util.function.IntSupplier;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.pass.PipelineSyntaxException;

/** Turns whatever a command throws into a message and an exit status; never a stack trace. */
final class Guard {
  private Guard() {}

  /** {@return the exit status of {@code command}} */
  static int run(CliIo io, int maxErrors, IntSupplier command) {
    try {
      return command.getAsInt();
    } catch (UsageException e) {
      io.err().print("qopt: error: " + e.getMessage() + "\n");
      return Qopt.USAGE_FAULT;
    } catch (PipelineSyntaxException e) {
      String caret = " ".repeat(Math.max(0, e.position())) + "^";
      io.err().print("qopt: error: %s\n%s\n%s\n".formatted(e.getMessage(), e.text(), caret));
      return Qopt.USAGE_FAULT;
    } catch (InvalidInputException e) {
      Reports.print(e.diagnostics(), maxErrors, io);
      return Qopt.INPUT_FAULT;
    } catch (OutOfMemoryError e) {
      io.err().print("qopt: error: the input needs more memory than the Java heap has\n");
      return Qopt.INPUT_FAULT;
    } catch (StackOverflowError e) {
      io.err().print("qopt: error: the input is nested too deeply\n");
      return Qopt.INPUT_FAULT;
    } catch (RuntimeException e) {
      io.err().print("qopt: error: fault of qopt's own: " + e + "; QOPT_DEBUG=1 shows where\n");
      if ("1".equals(System.getenv("QOPT_DEBUG"))) {
        e.printStackTrace(io.err());
      }
      return Qopt.INPUT_FAULT;
    }
  }
}
