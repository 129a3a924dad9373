package org.qopt.filecheck;

import java.util.List;

/** What the launcher's cache learns from: a little of all that the program does. */
final class Training {
  private Training() {}

  /**
   * Checks standard input, and then a file twice; ignores what comes of it.
   *
   * @param arguments the check file, and the input file
   */
  public static void main(String[] arguments) {
    String checks = arguments[0];
    String input = "--input-file=" + arguments[1];
    Main.run(List.of(checks));
    Main.run(List.of(checks, input));
    Main.run(List.of(checks, input, "-vv", "--color", "--explain"));
    Main.run(List.of("--version"));
    Main.run(List.of("--help"));
    Main.run(List.of("--no-such-flag"));
  }
}
