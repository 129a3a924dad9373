package org.qopt.lit;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints results as they come, and a summary. */
final class ConsoleReport {
  private static final String STARS = "*".repeat(20);

  private final LitOptions options;
  private final int total;
  private final PrintStream out;
  private final long start = System.nanoTime();
  private final Map<ResultCode, List<LitTest>> results = new EnumMap<>(ResultCode.class);
  private int finished;
  private int failures;

  ConsoleReport(LitOptions options, int total, PrintStream out) {
    this.options = options;
    this.total = total;
    this.out = out;
  }

  /** A test and how it ended. */
  record Finished(LitTest test, TestResult result) {}

  void begin() {
    if (!options.quiet()) {
      out.printf("-- Testing: %d tests, %d workers --%n", total, options.workers());
    }
  }

  void add(Finished done) {
    ResultCode code = done.result().code();
    finished++;
    failures += code.isFailure() ? 1 : 0;
    results.computeIfAbsent(code, _ -> new ArrayList<>()).add(done.test());
    if (options.quiet() && !code.isFailure()) {
      return;
    }
    out.printf("%s: %s (%d of %d)%n", code, done.test().name(), finished, total);
    boolean detailed =
        switch (options.detail()) {
          case LINE -> false;
          case FAILURES -> code.isFailure() && code != ResultCode.XPASS;
          case ALL -> true;
        };
    if (detailed) {
      printTranscript(done);
    }
  }

  private void printTranscript(Finished done) {
    if (done.result().code().isFailure()) {
      out.printf("%s TEST '%s' FAILED %s%n", STARS, done.test().name(), STARS);
    }
    out.println(done.result().output());
    if (done.result().code().isFailure()) {
      out.println("To run it again alone: lit -v " + done.test().file());
    }
    out.println(STARS);
  }

  /** {@return whether the run ends before all tests ran} */
  boolean isOver() {
    return options.maxFailures().map(max -> failures >= max).orElse(false);
  }

  boolean failed() {
    return failures > 0;
  }

  void end() {
    for (ResultCode code : ResultCode.values()) {
      if (code.isFailure() && results.containsKey(code)) {
        printGroup(code);
      }
    }
    if (!options.quiet()) {
      double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
      out.printf(Locale.ROOT, "%nTesting Time: %.2fs%n", seconds);
      out.printf("%nTotal Discovered Tests: %d%n", total);
    }
    printCounts();
    out.flush();
  }

  private void printGroup(ResultCode code) {
    List<LitTest> tests = results.get(code);
    tests.sort(Comparator.comparing(LitTest::name));
    out.printf("%s%n%s Tests (%d):%n", STARS, code.label(), tests.size());
    tests.forEach(test -> out.println("  " + test.name()));
    out.println();
  }

  private void printCounts() {
    List<ResultCode> shown =
        results.keySet().stream().filter(c -> !options.quiet() || c.isFailure()).toList();
    int label = shown.stream().mapToInt(c -> c.label().length()).max().orElse(1);
    int digits =
        shown.stream().mapToInt(c -> ("" + results.get(c).size()).length()).max().orElse(1);
    for (ResultCode code : shown) {
      int count = results.get(code).size();
      String format = "  %-" + label + "s: %" + digits + "d (%.2f%%)%n";
      out.printf(Locale.ROOT, format, code.label(), count, 100.0 * count / total);
    }
  }
}
