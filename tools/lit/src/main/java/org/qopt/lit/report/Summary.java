package org.qopt.lit.report;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.qopt.lit.LitTest;
import org.qopt.lit.ResultCode;

/** What is printed when all tests have ended: lists of those that failed, and how many did what. */
public final class Summary {
  private final DisplayOptions options;
  private final ListMultimap<ResultCode, LitTest> tests =
      MultimapBuilder.enumKeys(ResultCode.class).arrayListValues().build();
  private final int total;

  /** A summary of all tests that were discovered. */
  public Summary(DisplayOptions options, List<Finished> all) {
    this.options = options;
    this.total = all.size();
    all.forEach(done -> tests.put(done.result().code(), done.test()));
  }

  /** Prints the summary. */
  public void print(PrintStream out, Duration elapsed) {
    for (ResultCode code : ResultCode.values()) {
      if (options.listed().contains(code) && tests.containsKey(code)) {
        printList(out, code);
      }
    }
    if (!options.quiet()) {
      out.printf(Locale.ROOT, "%nTesting Time: %.2fs%n", elapsed.toMillis() / 1000.0);
    }
    out.printf("%nTotal Discovered Tests: %d%n", total);
    printCounts(out);
    out.flush();
  }

  private void printList(PrintStream out, ResultCode code) {
    List<String> names =
        tests.get(code).stream().map(LitTest::name).sorted(Comparator.naturalOrder()).toList();
    out.printf("%s%n%s Tests (%d):%n", "*".repeat(20), code.label(), names.size());
    names.forEach(name -> out.println("  " + name));
    out.println();
  }

  private void printCounts(PrintStream out) {
    List<ResultCode> shown =
        tests.keySet().stream().filter(code -> !options.quiet() || code.isFailure()).toList();
    int label = shown.stream().mapToInt(code -> code.label().length()).max().orElse(1);
    int digits = shown.stream().mapToInt(c -> ("" + tests.get(c).size()).length()).max().orElse(1);
    for (ResultCode code : shown) {
      int count = tests.get(code).size();
      String format = "  %-" + label + "s: %" + digits + "d (%.2f%%)%n";
      out.printf(Locale.ROOT, format, code.label(), count, 100.0 * count / total);
    }
  }
}
