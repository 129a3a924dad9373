package org.qopt.filecheck;

import java.util.Arrays;

/**
 * Finds literal texts; what it learns of one search it keeps for none, so it costs little to start.
 */
final class LiteralSearch {
  private static final int HASHES = 1 << 10;

  /**
   * How many of its last bytes decide how far a literal moves on: where texts are found near by,
   * more take longer to be looked at than they save.
   */
  private static final int WINDOW = 32;

  private final byte[] text;

  /**
   * How far a literal moves on where two bytes with a hash stand at its end, and {@link #base} of
   * the search that has set this.
   */
  private final int[] shifts = new int[HASHES];

  /** Grows from search to search, so that what earlier ones have left is void without clearing. */
  private int base;

  LiteralSearch(byte[] text) {
    this(text, 0);
  }

  /** A search after which others have been, as many times {@link #WINDOW} as {@code base} is. */
  LiteralSearch(byte[] text, int base) {
    this.text = text;
    this.base = base;
  }

  /**
   * {@return where {@code literal} first stands in a region, or -1}
   *
   * @param literal what to find, not empty
   * @param start the first offset of the region
   * @param end the offset after the last
   */
  int find(Span literal, int start, int end) {
    int size = literal.length();
    if (size > end - start) {
      return -1;
    }
    return size == 1
        ? find(literal.source().raw()[literal.start()], start, end)
        : findLonger(literal, start, end);
  }

  private int find(byte b, int start, int end) {
    for (int at = start; at < end; at++) {
      if (text[at] == b) {
        return at;
      }
    }
    return -1;
  }

  private int findLonger(Span literal, int start, int end) {
    byte[] pattern = literal.source().raw();
    int last = literal.end() - 1;
    int longest = Math.min(literal.length(), WINDOW) - 1;
    nextBase();
    for (int i = longest - 1; i > 0; i--) {
      shifts[hash(pattern, last - i)] = base + i;
    }
    int lastHash = hash(pattern, last);
    int again = shifts[lastHash] < base ? longest : shifts[lastHash] - base;
    shifts[lastHash] = base;
    int before = literal.length() - 1;
    int at = start + before;
    while (at < end) {
      int shift = shifts[hash(text, at)] - base;
      if (shift < 0) {
        at += longest;
      } else if (shift > 0) {
        at += shift;
      } else if (stands(literal, at - before)) {
        return at - before;
      } else {
        at += again;
      }
    }
    return -1;
  }

  /** {@return a number for the bytes before {@code at} and at it} */
  private static int hash(byte[] bytes, int at) {
    return (bytes[at - 1] << 5 ^ bytes[at]) & HASHES - 1;
  }

  private void nextBase() {
    base += WINDOW;
    if (base > Integer.MAX_VALUE - WINDOW) {
      Arrays.fill(shifts, 0);
      base = WINDOW;
    }
  }

  private boolean stands(Span literal, int at) {
    return Arrays.equals(
        literal.source().raw(), literal.start(), literal.end(), text, at, at + literal.length());
  }

  /** {@return as {@link #find}, with ASCII letters of either case} */
  int findIgnoringCase(Span literal, int start, int end) {
    byte[] pattern = literal.source().raw();
    int size = literal.length();
    for (int at = start; at <= end - size; at++) {
      int i = 0;
      while (i < size && lower(text[at + i]) == lower(pattern[literal.start() + i])) {
        i++;
      }
      if (i == size) {
        return at;
      }
    }
    return -1;
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }
}
