package org.qopt.parser.qir;

import java.util.Arrays;

/**
 * What texts mean, by their bytes: a text that was met before costs neither a string nor a second
 * reading. Open addressing; texts are never removed.
 *
 * @param <T> what a text means
 */
final class TextTable<T> {
  private static final int SMALLEST = 64;

  // What is stored of a text in places: its hash, where it begins and where it ends.
  private static final int WIDTH = 4;
  private static final int START = 1;
  private static final int END = 2;

  private final byte[] bytes;
  private int[] places = new int[SMALLEST * WIDTH];
  private Object[] values = new Object[SMALLEST];
  private int size;

  /** An empty table of texts in {@code bytes}. */
  TextTable(byte[] bytes) {
    this.bytes = bytes;
  }

  /** {@return what the bytes from {@code from} to before {@code to} mean; null if not known} */
  @SuppressWarnings("unchecked")
  T find(int from, int to) {
    return (T) values[slot(from, to, hash(from, to))];
  }

  /** Says what the bytes from {@code from} to before {@code to} mean from now on. */
  void put(int from, int to, T value) {
    int hash = hash(from, to);
    int slot = slot(from, to, hash);
    if (values[slot] == null) {
      places[slot * WIDTH] = hash;
      places[slot * WIDTH + START] = from;
      places[slot * WIDTH + END] = to;
      size++;
    }
    values[slot] = value;
    if (size > values.length / 2) {
      grow();
    }
  }

  private int hash(int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    return hash * 0x9E3779B9;
  }

  // Where the text is, or where it would go.
  private int slot(int from, int to, int hash) {
    int mask = values.length - 1;
    int slot = hash >>> 7 & mask;
    while (values[slot] != null && !isAt(slot, from, to, hash)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private boolean isAt(int slot, int from, int to, int hash) {
    int place = slot * WIDTH;
    return places[place] == hash
        && Arrays.equals(bytes, places[place + START], places[place + END], bytes, from, to);
  }

  private void grow() {
    int[] oldPlaces = places;
    Object[] old = values;
    places = new int[oldPlaces.length * 2];
    values = new Object[old.length * 2];
    int mask = values.length - 1;
    for (int i = 0; i < old.length; i++) {
      if (old[i] == null) {
        continue;
      }
      int slot = oldPlaces[i * WIDTH] >>> 7 & mask;
      while (values[slot] != null) {
        slot = slot + 1 & mask;
      }
      System.arraycopy(oldPlaces, i * WIDTH, places, slot * WIDTH, WIDTH);
      values[slot] = old[i];
    }
  }
}
