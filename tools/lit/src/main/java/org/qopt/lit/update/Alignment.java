package org.qopt.lit.update;

import java.util.Arrays;
import java.util.List;

/**
 * Finds for directives, each with its companions, the lines that they mean, in order: those that
 * they find, or, where there is none, those that have most likely taken their place.
 */
final class Alignment {
  static final int NONE = -1;

  /** More than a person would read; then nothing is aligned. */
  private static final int TOO_MANY = 4_000_000;

  /** A line that is found counts more than any that is alike. */
  private static final double FOUND = 2;

  private static final double REPLACED = 0.1;

  private Alignment() {}

  /** A directive and those that look further in the line that it finds. */
  record Group(CheckLine main, List<CheckLine> same) {
    boolean mayMatch(String line) {
      return new CheckPattern(main.pattern()).mayMatch(line)
          && same.stream().allMatch(s -> new CheckPattern(s.pattern()).mayMatch(line));
    }
  }

  /** {@return for each directive the index of its line, or {@link #NONE}} */
  static int[] align(List<Group> directives, List<String> lines) {
    int n = directives.size();
    int m = lines.size();
    int[] found = new int[n];
    Arrays.fill(found, NONE);
    if ((long) n * m > TOO_MANY) {
      return found;
    }
    double[][] pair = new double[n][m];
    double[][] best = new double[n + 1][m + 1];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        pair[i][j] = score(directives.get(i), lines.get(j));
        double skipped = Math.max(best[i + 1][j], best[i][j + 1]);
        best[i][j] = Math.max(pair[i][j] + best[i + 1][j + 1], skipped);
      }
    }
    int i = 0;
    int j = 0;
    while (i < n && j < m) {
      if (best[i][j] == pair[i][j] + best[i + 1][j + 1]) {
        found[i++] = j++;
      } else if (best[i][j] == best[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
    return found;
  }

  private static double score(Group group, String line) {
    if (group.mayMatch(line)) {
      return FOUND;
    }
    return REPLACED + (1 - REPLACED) * Likeness.of(group.main().pattern(), line);
  }
}
