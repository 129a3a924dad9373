package org.qopt.filecheck;

import java.nio.file.Path;
import java.util.List;

/** The program {@code filecheck} as a process of its own. */
public final class Main {
  private Main() {}

  /** Checks standard input; leaves with LLVM FileCheck's exit status. */
  public static void main(String[] arguments) {
    // The launcher knows whether standard error is a terminal; to ask the JVM takes long.
    boolean terminal = Boolean.getBoolean("qopt.terminal");
    System.exit(
        FileCheckCommand.run(
            List.of(arguments),
            System.in,
            System.out,
            System.err,
            Path.of(""),
            System.getenv(),
            terminal));
  }
}
