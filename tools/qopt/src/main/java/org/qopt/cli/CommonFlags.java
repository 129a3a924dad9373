package org.qopt.cli;

import org.qopt.cli.args.Arguments;
import org.qopt.cli.args.Flag;
import org.qopt.cli.opt.PassTimeout;
import org.qopt.cli.report.ReportFormat;

/** The flags that several commands take, and what they mean. */
public final class CommonFlags {
  /** Where the result goes. */
  public static final Flag OUTPUT =
      Flag.of("o", "FILE", "where the result goes; - is standard output");

  /** The input's format. */
  public static final Flag FROM =
      Flag.of("from", "FORMAT", "the input's format: qir, onnx or tflite");

  /** Fixes the dimensions of an input. */
  public static final Flag INPUT_SHAPE =
      Flag.of(
          "input-shape", "NAME=1x3x48x192", "fixes the dimensions of an input; may be repeated");

  /** How many samples, or functions, are worked on at once. */
  public static final Flag THREADS =
      Flag.of("threads", "N", "how many samples or functions are worked on at once");

  /** How many errors are shown. */
  public static final Flag MAX_ERRORS = Flag.of("max-errors", "N", "shows at most N errors (2)");

  /** The form of diagnostics. */
  public static final Flag DIAGNOSTICS_FORMAT =
      Flag.of(ReportFormat.FLAG, "FORM", "text, json (an object a line) or sarif");

  /** Whether diagnostics for people end with their codes. */
  public static final Flag SHOW_CODES =
      Flag.of(ReportFormat.CODES, "shows the code of each diagnostic, for 'qopt explain'");

  /** Further dialects, passes and targets. */
  public static final Flag PLUGIN =
      Flag.of(Plugins.FLAG, "JAR", "adds the dialects, passes and targets of a jar");

  /** How long a pass may take; with a plugin, in every command, any code of it. */
  public static final Flag PASS_TIMEOUT =
      Flag.of(
          PassTimeout.FLAG,
          "SECONDS",
          "gives up on a pass, or code of a plugin, that takes longer (300; 0: never)");

  private CommonFlags() {}

  /** {@return the file that the result goes to; {@code -} for standard output} */
  public static String output(Arguments arguments) {
    return arguments.value("o").orElse("-");
  }

  /**
   * {@return how many threads are at work at once: as many as there are processors, unless told}
   *
   * @throws UsageException if the number is below 1
   */
  public static int threads(Arguments arguments) {
    long threads =
        arguments.number("threads", 1).orElse((long) Runtime.getRuntime().availableProcessors());
    return (int) Math.min(threads, 256);
  }
}
