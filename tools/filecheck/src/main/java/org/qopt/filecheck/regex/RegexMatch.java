package org.qopt.filecheck.regex;

/** Where an expression and its groups matched. */
public final class RegexMatch {
  private final int[] bounds;

  RegexMatch(int[] bounds) {
    this.bounds = bounds;
  }

  /** {@return the offset at which the group begins, -1 if it took no part; 0 is the whole match} */
  public int start(int group) {
    return bounds[2 * group];
  }

  /** {@return the offset after the group, -1 if it took no part} */
  public int end(int group) {
    return bounds[2 * group + 1];
  }
}
