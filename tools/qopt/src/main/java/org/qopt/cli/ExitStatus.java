package org.qopt.cli;

/** What a command line ends with. */
public final class ExitStatus {
  /** Done. */
  public static final int DONE = 0;

  /** An input is at fault, or a comparison failed; no output file was touched. */
  public static final int INPUT_FAULT = 1;

  /** The command line is at fault. */
  public static final int USAGE_FAULT = 2;

  private ExitStatus() {}
}
