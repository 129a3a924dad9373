package org.qopt.lit.update;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

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

  /** What it counts that a line is the next one where that is asked for. */
  private static final double ADJACENT = 0.3;

  /** How far that a line is alike counts when it begins with something else. */
  private static final double OTHERWISE = 0.4;

  /** What ends a block takes the place of nothing else. */
  private static final Pattern END = Pattern.compile("(?:\\w+\\.)*(?:return|yield)\\b.*");

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
    // The same where the line before is that of the directive before.
    double[][] adjacent = new double[n + 1][m + 1];
    for (int i = n - 1; i >= 0; i--) {
      double more = directives.get(i).main().kind().equals(CheckLine.NEXT) ? ADJACENT : 0;
      for (int j = m - 1; j >= 0; j--) {
        pair[i][j] = score(directives.get(i), lines.get(j));
        double paired = pair[i][j] + adjacent[i + 1][j + 1];
        best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
        adjacent[i][j] = Math.max(paired + more, best[i][j]);
      }
    }
    int i = 0;
    int j = 0;
    boolean follows = false;
    while (i < n && j < m) {
      double paired = pair[i][j] + adjacent[i + 1][j + 1];
      if (best[i][j] == paired || follows && adjacent[i][j] > best[i][j]) {
        found[i++] = j++;
        follows = true;
        continue;
      }
      follows = false;
      if (best[i][j] == best[i + 1][j]) {
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
    double alike = Likeness.of(group.main().pattern(), line);
    if (Likeness.sameStart(group.main().pattern(), line)) {
      return REPLACED + (1 - REPLACED) * alike;
    }
    return END.matcher(line).matches() ? -1 : REPLACED + OTHERWISE * alike;
  }
}
