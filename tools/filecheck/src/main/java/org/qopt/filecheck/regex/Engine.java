package org.qopt.filecheck.regex;

import java.util.Optional;

/** How an expression is searched for. */
sealed interface Engine permits AutomatonSearch, BacktrackingSearch {
  /** {@return whether a match can hold a newline; perhaps not, even if this says so} */
  boolean crossesLines();

  /**
   * Searches a part of a region; the region says where lines and words begin and end.
   *
   * @return the longest of the leftmost matches in the part, if any
   */
  Optional<RegexMatch> find(byte[] text, int start, int end, int from, int to);
}
