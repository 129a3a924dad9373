package org.qopt.filecheck.regex;

import java.util.BitSet;
import java.util.List;

/** The syntax tree of a POSIX extended regular expression over bytes. */
sealed interface Node {
  /** Matches one byte of a set. */
  record Bytes(BitSet set) implements Node {}

  /** Matches all parts, one after another. */
  record Sequence(List<Node> parts) implements Node {}

  /** Matches one of the alternatives. */
  record Choice(List<Node> alternatives) implements Node {}

  /**
   * Matches the body several times in a row.
   *
   * @param max the greatest number of times, or {@link #UNBOUNDED}
   */
  record Repeat(Node body, int min, int max) implements Node {
    static final int UNBOUNDED = -1;
  }

  /** Matches the body and remembers where. */
  record Group(int number, Node body) implements Node {}

  /** Matches what the group matched. */
  record BackReference(int group) implements Node {}

  /** Matches the empty text at certain places. */
  enum Anchor implements Node {
    LINE_START,
    LINE_END,
    WORD_START,
    WORD_END
  }
}
