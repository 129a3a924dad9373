package org.qopt.cli.reduce;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.qopt.cli.CliIo;
import org.qopt.cli.CommonFlags;
import org.qopt.cli.Unknown;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.args.Flag;
import org.qopt.cli.opt.PipelineProbe;
import org.qopt.ir.Dialects;

/** The flags of {@code qopt reduce}, and what they mean. */
final class ReduceFlags {
  static final String ALLOW_INVALID = "allow-invalid";

  private static final String TEST = "test";
  private static final String TEST_ARG = "test-arg";
  private static final String INTERESTING = "interesting";
  private static final String PASSES = "passes-fail";
  private static final String DIAGNOSTIC = "diagnostic";
  private static final long DEFAULT_TIMEOUT = 300;

  static final List<Flag> ALL =
      List.of(
          CommonFlags.OUTPUT,
          CommonFlags.FROM,
          CommonFlags.INPUT_SHAPE,
          Flag.of(TEST, "SCRIPT", "called with a file; ends with another status than 0 to keep it"),
          Flag.of(TEST_ARG, "ARG", "given to the script before the file; may be repeated"),
          Flag.of(INTERESTING, "STATUS", "zero or nonzero (nonzero): what keeps a program"),
          Flag.of(PASSES, "PIPELINE", "instead of a script: keeps what the passes fail on"),
          Flag.of(DIAGNOSTIC, "REGEX", "with passes: keeps what a diagnostic has a match on"),
          Flag.of("calibration", "FILE", "for the passes: the ranges of values"),
          Flag.of("j", "N", "how many tests run at once (1)"),
          Flag.of("max-tests", "N", "stops after N tests"),
          Flag.of("max-time", "SECONDS", "stops after so long"),
          Flag.of("test-timeout", "SECONDS", "a test that takes longer keeps nothing (300)"),
          Flag.of(ALLOW_INVALID, "tests programs that are invalid too"),
          Flag.of("allow-unregistered-dialect", "accepts operations of unknown dialects"),
          Flag.of("mlir-print-op-generic", "writes the generic form, for the test too"),
          Flag.of("print-op-generic", "the same"),
          Flag.of("mlir-print-debuginfo", "prints locations"));

  private final Arguments arguments;
  private final CliIo io;

  /**
   * Checks that one test is given.
   *
   * @throws UsageException if there is none, or two, or what belongs to the other
   */
  ReduceFlags(Arguments arguments, CliIo io) {
    this.arguments = arguments;
    this.io = io;
    boolean script = arguments.has(TEST);
    if (script == arguments.has(PASSES)) {
      throw new UsageException("reduce needs --test=SCRIPT or --passes-fail=PIPELINE");
    }
    checkBelongs(TEST, script, TEST_ARG, INTERESTING);
    checkBelongs(PASSES, !script, DIAGNOSTIC, "calibration");
  }

  private void checkBelongs(String flag, boolean given, String... others) {
    for (String other : others) {
      if (!given && arguments.has(other)) {
        throw new UsageException("--%s says something about --%s".formatted(other, flag));
      }
    }
  }

  /**
   * {@return what decides}
   *
   * @throws UsageException if a flag's value is malformed
   */
  Interest interest(ProgramFiles files, Dialects dialects) {
    Duration timeout = seconds("test-timeout").orElse(Duration.ofSeconds(DEFAULT_TIMEOUT));
    if (arguments.has(PASSES)) {
      PipelineProbe probe =
          PipelineProbe.of(arguments.value(PASSES).orElseThrow(), arguments, dialects, io);
      return new PassesInterest(
          probe, arguments.value(DIAGNOSTIC).map(ReduceFlags::pattern), timeout);
    }
    ScriptInterest.Status status = status();
    String script = arguments.value(TEST).orElseThrow();
    ImmutableList<String> command =
        ImmutableList.<String>builder()
            .add(ScriptInterest.executable(script, io.resolve(script)))
            .addAll(arguments.values(TEST_ARG))
            .build();
    return new ScriptInterest(
        command, new ScriptInterest.Convention(status, timeout, io.folder()), files);
  }

  private ScriptInterest.Status status() {
    String word = arguments.value(INTERESTING).orElse("nonzero");
    return switch (word) {
      case "zero" -> ScriptInterest.Status.ZERO;
      case "nonzero" -> ScriptInterest.Status.NONZERO;
      default -> throw Unknown.name("status", word, List.of("zero", "nonzero"));
    };
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          "--diagnostic is no regular expression: %s in '%s'".formatted(e.getDescription(), text));
    }
  }

  Budget budget() {
    return new Budget(arguments.number("max-tests", 1).orElse(Long.MAX_VALUE), seconds("max-time"));
  }

  boolean allowInvalid() {
    return arguments.has(ALLOW_INVALID);
  }

  int testsAtOnce() {
    return (int) Math.min(arguments.number("j", 1).orElse(1L), 256);
  }

  private Optional<Duration> seconds(String flag) {
    Optional<Double> seconds = arguments.real(flag);
    if (seconds.filter(s -> s <= 0 || s > 1e9).isPresent()) {
      throw new UsageException("--" + flag + " wants a number of seconds greater than 0");
    }
    return seconds.map(s -> Duration.ofNanos((long) (s * 1e9)));
  }
}
