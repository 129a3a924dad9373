package org.qopt.cli.args;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which known name a mistyped one was meant to be. */
public final class NearestName {
  private NearestName() {}

  /**
   * {@return the known name that fewest edits lead to, if a third of its letters or fewer are
   * wrong}
   */
  public static Optional<String> of(String written, Collection<String> known) {
    return known.stream()
        .filter(
            name ->
                distance(written, name)
                    <= Math.max(1, Math.min(written.length(), name.length()) / 3))
        .min(
            Comparator.comparingInt((String name) -> distance(written, name))
                .thenComparing(name -> name));
  }

  // Levenshtein's distance, one row at a time.
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
