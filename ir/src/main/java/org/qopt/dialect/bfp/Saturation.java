package org.qopt.dialect.bfp;

import java.util.Locale;

/** Which integers of a storage type are mantissas. */
public enum Saturation {
  /** As many negative as positive ones: -127 to 127 for 8 bits. */
  SYMMETRIC,
  /** All of them: -128 to 127 for 8 bits. */
  FULL;

  /** {@return the least mantissa of {@code bits} bits} */
  public long min(int bits) {
    return this == SYMMETRIC ? -max(bits) : -max(bits) - 1;
  }

  /** {@return the largest mantissa of {@code bits} bits} */
  public long max(int bits) {
    return (1L << (bits - 1)) - 1;
  }

  /** {@return {@code value}, or the end of the range of mantissas that it is beyond} */
  public long cut(long value, int bits) {
    return Math.clamp(value, min(bits), max(bits));
  }

  /** {@return the name in the text of types} */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
