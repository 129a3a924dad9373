package org.qopt.ir.diagnostic;

import java.util.Optional;

/** Finds the name that was probably meant where one is unknown. */
public final class NearMiss {
  private NearMiss() {}

  /**
   * {@return the candidate with the least edit distance from {@code name}, if at most a third of
   * its characters differ}
   */
  public static Optional<String> of(String name, Iterable<String> candidates) {
    int least = Math.max(1, name.length() / 3) + 1;
    Optional<String> best = Optional.empty();
    for (String candidate : candidates) {
      int distance = distance(name, candidate);
      if (distance < least) {
        least = distance;
        best = Optional.of(candidate);
      }
    }
    return best;
  }

  /** {@return the end of a message: {@code ; did you mean 'NAME'?}, or nothing} */
  public static String suggestion(String name, Iterable<String> candidates) {
    return of(name, candidates).map(near -> "; did you mean '" + near + "'?").orElse("");
  }

  // Levenshtein's, row by row; with a transposition of neighbours as one edit.
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }
}
