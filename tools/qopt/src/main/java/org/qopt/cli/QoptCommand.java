package org.qopt.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code qopt} as a command that a test runner calls in its own process, by the name of this class.
 */
public final class QoptCommand {
  private QoptCommand() {}

  /**
   * {@return the exit status of one command line}
   *
   * @param words the words after {@code qopt}
   * @param folder where relative paths start
   * @param environment not looked at: no variable changes what qopt does to a program
   */
  public static int run(
      List<String> words,
      InputStream in,
      PrintStream out,
      PrintStream err,
      Path folder,
      Map<String, String> environment) {
    return Qopt.run(words, CliIo.of(in, out, err, folder));
  }
}
