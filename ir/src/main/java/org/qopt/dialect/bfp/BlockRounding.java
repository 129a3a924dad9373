package org.qopt.dialect.bfp;

import java.util.Locale;

/** How bits that do not fit into a mantissa are dropped. */
public enum BlockRounding {
  /** To the nearest integer, of two the even one. */
  HALF_EVEN,
  /** To the nearest integer, of two the larger one. */
  HALF_UP,
  /** To the next integer below: the bits are cut off. */
  TRUNCATE;

  // What a left shift is cut to; such a number is beyond every mantissa and accumulator.
  private static final long LARGEST = 1L << 62;

  /**
   * {@return {@code value * 2^-bits} as an integer}
   *
   * @param value of a magnitude of at most 2^62
   * @param bits by how much to shift to the right; to the left where it is negative, and then what
   *     is beyond 2^62 is cut to that
   */
  public long shiftRight(long value, int bits) {
    if (bits <= 0) {
      return shiftLeft(value, -bits);
    }
    if (bits > 62) {
      // Below a half in magnitude, or a half of which the nearest integers are 0 and the even 0.
      return this == TRUNCATE && value < 0 ? -1 : 0;
    }
    long floor = value >> bits;
    long rest = value - (floor << bits);
    long half = 1L << (bits - 1);
    return switch (this) {
      case HALF_EVEN -> floor + (rest > half || rest == half && (floor & 1) != 0 ? 1 : 0);
      case HALF_UP -> floor + (rest >= half ? 1 : 0);
      case TRUNCATE -> floor;
    };
  }

  private static long shiftLeft(long value, int bits) {
    if (bits > 62 || Math.abs(value) > LARGEST >> bits) {
      return value == 0 ? 0 : value > 0 ? LARGEST : -LARGEST;
    }
    return value << bits;
  }

  /**
   * {@return {@code value / count} as an integer}
   *
   * @param value of a magnitude of at most 2^62
   * @param count positive
   */
  public long divide(long value, long count) {
    long floor = Math.floorDiv(value, count);
    long twice = 2 * (value - floor * count);
    return switch (this) {
      case HALF_EVEN -> floor + (twice > count || twice == count && (floor & 1) != 0 ? 1 : 0);
      case HALF_UP -> floor + (twice >= count ? 1 : 0);
      case TRUNCATE -> floor;
    };
  }

  /** {@return the name in the text of types} */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
