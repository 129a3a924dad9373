package org.qopt.rewrite;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a {@link GreedyRewriter} did.
 *
 * @param converged whether the last iteration changed nothing
 * @param iterations how many times the program was gone through
 * @param applied how often each pattern changed the program, by its name; patterns that never did
 *     are left out
 * @param folded how many operations were replaced by constants
 * @param erased how many unused operations were removed
 */
public record RewriteOutcome(
    boolean converged,
    int iterations,
    ImmutableSortedMap<String, Long> applied,
    long folded,
    long erased) {

  private static final int SHOWN = 5;

  /** {@return whether anything was changed} */
  public boolean changed() {
    return !applied.isEmpty() || folded > 0 || erased > 0;
  }

  /** {@return the patterns applied most often, as {@code A (12), B (7)}} */
  public String topPatterns() {
    return applied.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(SHOWN)
        .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
        .collect(Collectors.joining(", "));
  }
}
