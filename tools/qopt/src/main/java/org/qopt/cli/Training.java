package org.qopt.cli;

import java.util.List;

/** What the launcher's cache for reading and writing alone learns from. */
final class Training {
  private Training() {}

  /**
   * Reads a program and writes it, to standard output and to a file; ignores what comes of it.
   *
   * @param arguments the program, and the file
   */
  public static void main(String[] arguments) {
    String program = arguments[0];
    Main.run(List.of("--allow-unregistered-dialect", program));
    Main.run(List.of("--allow-unregistered-dialect", program, "-o", arguments[1]));
  }
}
