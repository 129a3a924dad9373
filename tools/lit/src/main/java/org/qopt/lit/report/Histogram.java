package org.qopt.lit.report;

import com.google.common.base.Strings;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Prints the slowest tests and how the times of all are spread. */
public final class Histogram {
  private static final int BAR = 40;
  private static final int SLOWEST = 20;
  private static final int FEWEST_ROWS = 10;
  private static final double[] STEPS = {5, 2, 2.5, 1};

  private final List<Finished> tests;
  private final double longest;

  /** A histogram of tests that took some time. */
  public Histogram(List<Finished> all) {
    this.tests =
        all.stream()
            .filter(done -> seconds(done) > 0)
            .sorted(Comparator.comparingDouble(Histogram::seconds))
            .toList();
    this.longest = tests.isEmpty() ? 0 : seconds(tests.getLast());
  }

  private static double seconds(Finished done) {
    return done.result().elapsed().toNanos() / 1e9;
  }

  /** Prints it, unless there is nothing to show. */
  public void print(PrintStream out) {
    if (tests.isEmpty()) {
      return;
    }
    String rule = "-".repeat(BAR + 34);
    out.println("Slowest Tests:");
    out.println(rule);
    tests.subList(Math.max(0, tests.size() - SLOWEST), tests.size()).reversed().stream()
        .map(done -> String.format(Locale.ROOT, "%.2fs: %s", seconds(done), done.test().name()))
        .forEach(out::println);
    out.println("\nTests Times:");
    out.println(rule);
    double height = rowHeight();
    int rows = (int) Math.ceil(longest / height);
    int before = (int) Math.ceil(Math.log10(longest));
    int decimals = Math.max(0, 3 - before);
    int digits = decimals > 0 ? before + decimals + 1 : before;
    int countDigits = (int) Math.ceil(Math.log10(tests.size()));
    out.println(
        "["
            + center("Range", (digits + 1) * 2 + 3)
            + "] :: ["
            + center("Percentage", BAR)
            + "] :: ["
            + center("Count", countDigits * 2 + 1)
            + "]");
    out.println(rule);
    String seconds = "%" + Math.max(1, digits) + "." + decimals + "fs";
    String count = "%" + Math.max(1, countDigits) + "d";
    int[] counts = counts(rows);
    for (int i = rows - 1; i >= 0; i--) {
      int filled = (int) (BAR * ((double) counts[i] / tests.size()));
      out.printf(
          Locale.ROOT,
          "[" + seconds + "," + seconds + ") :: [%s%s] :: [" + count + "/" + count + "]%n",
          i * height,
          (i + 1) * height,
          "*".repeat(filled),
          " ".repeat(BAR - filled),
          counts[i],
          tests.size());
    }
    out.println(rule);
  }

  /** {@return the first round height that makes more than ten rows} */
  private double rowHeight() {
    double power = Math.ceil(Math.log10(longest));
    while (true) {
      for (double step : STEPS) {
        double height = step * Math.pow(10, power);
        if (Math.ceil(longest / height) > FEWEST_ROWS) {
          return height;
        }
      }
      power--;
    }
  }

  private int[] counts(int rows) {
    int[] counts = new int[rows];
    for (Finished done : tests) {
      counts[Math.min((int) (rows * seconds(done) / longest), rows - 1)]++;
    }
    return counts;
  }

  private static String center(String text, int width) {
    int space = Math.max(0, width - text.length());
    // An odd space goes where Python's own centering puts it.
    int left = space / 2 + (space & width & 1);
    return Strings.repeat(" ", left) + text + Strings.repeat(" ", space - left);
  }
}
