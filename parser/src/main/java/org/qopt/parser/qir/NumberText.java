package org.qopt.parser.qir;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** The numbers of MLIR's syntax. */
final class NumberText {
  private static final Pattern FLOAT = Pattern.compile("-?[0-9]+\\.[0-9]*([eE][-+]?[0-9]+)?");
  private static final Pattern INTEGER = Pattern.compile("-?(0x[0-9a-fA-F]+|[0-9]+)");
  // More digits than the widest integer type has would only cost time.
  private static final int MOST_DIGITS = 20_000;

  private NumberText() {}

  /** {@return the number that {@code text}, of one to nine digits, is, if it is that} */
  static Optional<Integer> small(String text) {
    if (text.isEmpty() || text.length() > 9) {
      return Optional.empty();
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return Optional.empty();
      }
      value = value * 10 + (c - '0');
    }
    return Optional.of(value);
  }

  /** {@return whether {@code text} is a decimal number with a point} */
  static boolean isFloat(String text) {
    return FLOAT.matcher(text).matches();
  }

  /** {@return the decimal or hexadecimal integer that {@code text} is, if it is one} */
  static Optional<BigInteger> integer(String text) {
    if (text.length() > MOST_DIGITS || !INTEGER.matcher(text).matches()) {
      return Optional.empty();
    }
    boolean negative = text.startsWith("-");
    String digits = negative ? text.substring(1) : text;
    BigInteger value =
        digits.startsWith("0x") ? new BigInteger(digits.substring(2), 16) : new BigInteger(digits);
    return Optional.of(negative ? value.negate() : value);
  }

  /**
   * {@return whether an integer type of {@code width} bits can hold {@code value}; one that is not
   * {@code unsigned} takes the bits in either reading}
   */
  static boolean fits(BigInteger value, int width, boolean unsigned) {
    return value.signum() < 0 ? !unsigned && value.bitLength() < width : value.bitLength() <= width;
  }

  /** {@return the bits of the binary16 number nearest to {@code value}} */
  static short toFloat16(double value) {
    return Float.floatToFloat16(roundToOdd(value));
  }

  /** {@return the bits of the bfloat16 number nearest to {@code value}} */
  static short toBfloat16(double value) {
    int bits = Float.floatToRawIntBits(roundToOdd(value));
    if (Double.isNaN(value)) {
      return (short) (bits >> 16 | 0x40);
    }
    return (short) (bits + 0x7FFF + (bits >> 16 & 1) >> 16);
  }

  // A float that a second rounding, to fewer bits, takes where the double would have gone.
  private static float roundToOdd(double value) {
    float nearest = (float) value;
    if (nearest == value || !Double.isFinite(value) || Float.isInfinite(nearest)) {
      return nearest;
    }
    float below = Math.abs(nearest) > Math.abs(value) ? towardsZero(nearest) : nearest;
    return Float.intBitsToFloat(Float.floatToRawIntBits(below) | 1);
  }

  private static float towardsZero(float value) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(value) - 1);
  }
}
