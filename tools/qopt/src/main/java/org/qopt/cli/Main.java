package org.qopt.cli;

import java.util.List;

/** The process {@code qopt}. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its exit status. */
  public static void main(String[] words) {
    CliIo io = CliIo.ofProcess();
    int status = Qopt.run(List.of(words), io);
    io.out().flush();
    io.err().flush();
    // Not a plain return: idle threads of a pool must not keep a finished process.
    Runtime.getRuntime().halt(status);
  }
}
