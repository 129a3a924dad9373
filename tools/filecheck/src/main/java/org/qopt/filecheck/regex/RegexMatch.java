package org.qopt.filecheck.regex;

import java.util.Optional;

/** Where an expression and its groups matched. */
public final class RegexMatch {
  /** Finds the bounds of the groups of a match: start and end of each, -1 if it took no part. */
  interface GroupFinder {
    int[] find(int matchStart, int matchEnd);
  }

  private final int start;
  private final int end;
  private final GroupFinder finder;
  private Optional<int[]> bounds = Optional.empty();

  /**
   * A match.
   *
   * @param finder finds the bounds of all groups, once somebody asks for one
   */
  RegexMatch(int start, int end, GroupFinder finder) {
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
      bounds = Optional.of(finder.find(start, end));
    }
    return bounds.get();
  }
}
