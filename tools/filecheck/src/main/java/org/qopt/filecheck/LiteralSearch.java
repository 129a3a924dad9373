package org.qopt.filecheck;

/**
 * Finds literal texts; what it learns of one search it keeps for none, so it costs little to start.
 */
final class LiteralSearch {
  private static final int BYTES = 256;

  private final byte[] text;

  /** How far the last byte of a candidate lets the next one be, where {@link #seen} says so. */
  private final int[] shifts = new int[BYTES];

  /** The search that last set a shift; an old one is void, so that nothing need be cleared. */
  private final int[] seen = new int[BYTES];

  private int searches;

  LiteralSearch(byte[] text) {
    this.text = text;
  }

  /**
   * {@return where {@code literal} first stands in a region, or -1}
   *
   * @param literal what to find, not empty
   * @param start the first offset of the region
   * @param end the offset after the last
   */
  int find(byte[] literal, int start, int end) {
    int size = literal.length;
    if (size > end - start) {
      return -1;
    }
    int search = ++searches;
    for (int i = 0; i < size - 1; i++) {
      int b = literal[i] & 0xff;
      shifts[b] = size - 1 - i;
      seen[b] = search;
    }
    byte last = literal[size - 1];
    int at = start + size - 1;
    while (at < end) {
      byte b = text[at];
      if (b == last && stands(literal, at - size + 1)) {
        return at - size + 1;
      }
      int index = b & 0xff;
      at += seen[index] == search ? shifts[index] : size;
    }
    return -1;
  }

  private boolean stands(byte[] literal, int at) {
    for (int i = 0; i < literal.length - 1; i++) {
      if (text[at + i] != literal[i]) {
        return false;
      }
    }
    return true;
  }

  /** {@return as {@link #find}, with ASCII letters of either case} */
  int findIgnoringCase(byte[] literal, int start, int end) {
    for (int at = start; at <= end - literal.length; at++) {
      int i = 0;
      while (i < literal.length && lower(text[at + i]) == lower(literal[i])) {
        i++;
      }
      if (i == literal.length) {
        return at;
      }
    }
    return -1;
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }
}
