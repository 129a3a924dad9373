package org.qopt.cli;

import java.util.List;
import org.qopt.cli.args.Arguments;
import org.qopt.ir.diagnostic.Diagnostic;

/**
 * Shows diagnostics to the user.
 *
 * @param input the file that is worked on, named where a location names none
 * @param maxErrors how many errors are shown at most; 0 for all
 * @param io where they are shown
 */
public record Reports(String input, int maxErrors, CliIo io) {
  /**
   * {@return what shows diagnostics as the flags ask for it}
   *
   * @throws UsageException if a flag's value is malformed
   */
  public static Reports of(Arguments arguments, CliIo io) {
    // Of the two programs that are compared the second is the one in question.
    String file = arguments.positional().isEmpty() ? "-" : arguments.positional().getLast();
    long most = arguments.number("max-errors", 0).orElse((long) io.reports().maxErrors());
    return new Reports(
        file.equals("-") ? "<stdin>" : file, (int) Math.min(most, Integer.MAX_VALUE), io);
  }

  /** Shows diagnostics on standard error. */
  public void print(List<Diagnostic> diagnostics) {
    // Whatever stands on standard output came before.
    io.out().flush();
    io.err().print(io.reports().render(diagnostics, input, io.texts(), maxErrors));
  }
}
