package org.qopt.lit;

import java.io.PrintStream;

/** What looks wrong with a call, but keeps no test from being run. */
final class Warnings {
  private final PrintStream err;
  private final boolean quiet;
  private int count;

  Warnings(PrintStream err, boolean quiet) {
    this.err = err;
    this.quiet = quiet;
  }

  void add(String message) {
    count++;
    if (!quiet) {
      err.println("lit: warning: " + message);
    }
  }

  /** Says at the end how many there were, even where they were not shown. */
  void printCount() {
    if (count > 0) {
      err.println("\n" + count + " warning(s) in tests");
    }
  }
}
