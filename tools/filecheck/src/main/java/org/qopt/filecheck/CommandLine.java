package org.qopt.filecheck;

import java.util.List;

/**
 * A call of the program.
 *
 * @param options how to check
 * @param checkFile the check file's path
 * @param inputFile the input's path, {@code -} for standard input
 * @param dump what of the input is shown afterwards
 * @param colored whether messages and the input are coloured
 */
record CommandLine(
    FileCheckOptions options,
    String checkFile,
    String inputFile,
    DumpOptions dump,
    boolean colored) {

  /**
   * What holds where no flag says otherwise.
   *
   * @param colored whether standard error shows colours
   * @param strictDirectives whether what is almost a directive is an error
   * @param explain whether failures are explained beyond what LLVM's FileCheck says
   */
  record Defaults(boolean colored, boolean strictDirectives, boolean explain) {}

  /**
   * What of the input is shown after a run.
   *
   * @param when after which runs
   * @param filter which lines
   * @param context how many lines around those
   */
  record DumpOptions(When when, Filter filter, int context) {
    /** After which runs the input is shown; the first one given wins. */
    enum When {
      HELP,
      ALWAYS,
      FAIL,
      NEVER
    }

    /** Which lines are shown; the first one given wins. */
    enum Filter {
      ALL,
      ANNOTATION_FULL,
      ANNOTATION,
      ERROR
    }
  }

  /** A call that makes no sense, or that only asks for help. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitStatus;
    private final String help;

    private UsageException(int exitStatus, List<String> mistakes, List<String> help) {
      super(lines(mistakes), null, false, false);
      this.exitStatus = exitStatus;
      this.help = lines(help);
    }

    static UsageException wrong(int exitStatus, List<String> mistakes) {
      return new UsageException(exitStatus, mistakes, List.of());
    }

    /** Help was asked for, whatever mistakes stand before that. */
    static UsageException help(List<String> mistakes, List<String> help) {
      return new UsageException(FileCheckResult.PASSED, mistakes, help);
    }

    int exitStatus() {
      return exitStatus;
    }

    /** {@return what goes to standard output; the message goes to standard error} */
    String help() {
      return help;
    }

    private static String lines(List<String> lines) {
      return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
  }
}
