package org.qopt.lit.shell;

import java.io.IOException;
import java.util.List;
import org.qopt.lit.Command;
import org.qopt.lit.CommandIo;

/** {@code count n}: succeeds if standard input has exactly {@code n} lines. */
final class Count implements Command {
  private static final int BAD_USAGE = 2;

  @Override
  public int run(List<String> arguments, CommandIo io) throws IOException {
    if (arguments.size() != 1 || !arguments.getFirst().matches("[0-9]{1,9}")) {
      io.err().println("Usage: count <expected line count>");
      return BAD_USAGE;
    }
    int expected = Integer.parseInt(arguments.getFirst());
    byte[] bytes = io.in().readAllBytes();
    int lines = 0;
    for (byte b : bytes) {
      lines += b == '\n' ? 1 : 0;
    }
    lines += bytes.length > 0 && bytes[bytes.length - 1] != '\n' ? 1 : 0;
    if (lines != expected) {
      io.err().println("Expected " + expected + " lines, got " + lines + ".");
      return 1;
    }
    return 0;
  }
}
