package org.qopt.filecheck;

import java.util.OptionalInt;

/** Guesses which place of the input a pattern was meant for. */
final class FuzzyMatch {
  private static final int SEARCHED = 4096;
  private static final double WORST_QUALITY = 50;
  private static final double LINE_PENALTY = 0.01;

  private FuzzyMatch() {}

  /**
   * {@return the most similar place, unless it is the very begin of the region or nothing is
   * similar}
   *
   * @param example what the place should look like
   * @param input the input
   * @param region the part that was searched for the pattern
   */
  static OptionalInt find(String example, SourceText input, Region region) {
    int best = -1;
    double bestQuality = 0;
    int lines = 0;
    int last = Math.min(region.end(), region.start() + SEARCHED);
    for (int i = region.start(); i < last; i++) {
      if (input.at(i) == '\n') {
        lines++;
      }
      if (Cursor.isBlank(input.at(i))) {
        continue;
      }
      int bound = best < 0 ? Integer.MAX_VALUE : (int) Math.ceil(bestQuality);
      int end = lineEnd(input, i, Math.min(region.end(), i + example.length()));
      double quality = distance(input, i, end, example, bound) + lines * LINE_PENALTY;
      if (best < 0 || quality < bestQuality) {
        best = i;
        bestQuality = quality;
      }
    }
    boolean useful = best > region.start() && bestQuality < WORST_QUALITY;
    return useful ? OptionalInt.of(best) : OptionalInt.empty();
  }

  private static int lineEnd(SourceText input, int start, int end) {
    int newline = start;
    while (newline < end && input.at(newline) != '\n') {
      newline++;
    }
    return newline;
  }

  /** {@return the Levenshtein distance, or some value above {@code bound} if it is above it} */
  private static int distance(SourceText input, int start, int end, String example, int bound) {
    int columns = example.length();
    if (columns - (end - start) > bound) {
      return bound == Integer.MAX_VALUE ? bound : bound + 1;
    }
    int[] row = new int[columns + 1];
    for (int j = 0; j <= columns; j++) {
      row[j] = j;
    }
    for (int i = start; i < end; i++) {
      int diagonal = row[0];
      row[0] = i - start + 1;
      int least = row[0];
      for (int j = 1; j <= columns; j++) {
        int substituted = diagonal + (input.at(i) == example.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j - 1], row[j]) + 1);
        least = Math.min(least, row[j]);
      }
      if (least > bound) {
        return least;
      }
    }
    return row[columns];
  }
}
