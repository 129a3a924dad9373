package org.qopt.filecheck.regex;

import java.util.Optional;
import java.util.function.Supplier;

/** Where an expression and its groups matched. */
public final class RegexMatch {
  private final int start;
  private final int end;
  private final Supplier<int[]> finder;
  private Optional<int[]> bounds = Optional.empty();

  /**
   * A match.
   *
   * @param finder finds the bounds of all groups, once somebody asks for one
   */
  RegexMatch(int start, int end, Supplier<int[]> finder) {
    this.start = start;
    this.end = end;
    this.finder = finder;
  }

  /** {@return the offset at which the group begins, -1 if it took no part; 0 is the whole match} */
  public int start(int group) {
    return group == 0 ? start : bounds()[2 * group];
  }

  /** {@return the offset after the group, -1 if it took no part} */
  public int end(int group) {
    return group == 0 ? end : bounds()[2 * group + 1];
  }

  private int[] bounds() {
    if (bounds.isEmpty()) {
      bounds = Optional.of(finder.get());
    }
    return bounds.get();
  }
}
