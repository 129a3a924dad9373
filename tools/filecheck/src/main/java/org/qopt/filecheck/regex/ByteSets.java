package org.qopt.filecheck.regex;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Sets of bytes. */
final class ByteSets {
  /** The number of bytes. */
  static final int SIZE = 256;

  private static final BitSet[] SINGLE = singles();

  private ByteSets() {}

  /** {@return the set of one byte; shared, so nobody may change it} */
  static BitSet of(char c) {
    return SINGLE[c];
  }

  private static BitSet[] singles() {
    BitSet[] sets = new BitSet[SIZE];
    for (int b = 0; b < SIZE; b++) {
      sets[b] = new BitSet(SIZE);
      sets[b].set(b);
    }
    return sets;
  }

  /** {@return whether each byte is in {@code set}} */
  static boolean[] table(BitSet set) {
    boolean[] table = new boolean[SIZE];
    for (int b = set.nextSetBit(0); b >= 0; b = set.nextSetBit(b + 1)) {
      table[b] = true;
    }
    return table;
  }

  static BitSet allBut(char c) {
    return complement(of(c));
  }

  /** {@return the bytes that are not in {@code set}; never the newline} */
  static BitSet complement(BitSet set) {
    BitSet result = new BitSet(SIZE);
    result.set(0, SIZE);
    result.andNot(set);
    result.clear('\n');
    return result;
  }

  /** {@return {@code set} with the other case of each of its letters} */
  static BitSet ignoringCase(BitSet set) {
    BitSet result = (BitSet) set.clone();
    for (int c = 'a'; c <= 'z'; c++) {
      int upper = c - 'a' + 'A';
      if (set.get(c) || set.get(upper)) {
        result.set(c);
        result.set(upper);
      }
    }
    return result;
  }

  /** {@return the set that {@code [:name:]} stands for in the C locale} */
  static Optional<BitSet> named(String name) {
    return switch (name) {
      case "alnum" -> where(c -> isAlpha(c) || isDigit(c));
      case "alpha" -> where(ByteSets::isAlpha);
      case "blank" -> where(c -> c == ' ' || c == '\t');
      case "cntrl" -> where(c -> c < ' ' || c == 0x7f);
      case "digit" -> where(ByteSets::isDigit);
      case "graph" -> where(c -> c > ' ' && c < 0x7f);
      case "lower" -> where(c -> c >= 'a' && c <= 'z');
      case "print" -> where(c -> c >= ' ' && c < 0x7f);
      case "punct" -> where(c -> c > ' ' && c < 0x7f && !isAlpha(c) && !isDigit(c));
      case "space" -> where(c -> c == ' ' || c >= '\t' && c <= '\r');
      case "upper" -> where(c -> c >= 'A' && c <= 'Z');
      case "xdigit" -> where(c -> isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F');
      default -> Optional.empty();
    };
  }

  private static Optional<BitSet> where(IntPredicate condition) {
    BitSet set = new BitSet(SIZE);
    for (int c = 0; c < 0x80; c++) {
      set.set(c, condition.test(c));
    }
    return Optional.of(set);
  }

  private static boolean isAlpha(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
