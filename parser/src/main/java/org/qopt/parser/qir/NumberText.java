package org.qopt.parser.qir;

import java.math.BigInteger;
import java.util.Optional;

/** The numbers of MLIR's syntax; without regular expressions, which are slow at a start. */
final class NumberText {
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
    int point = afterDigits(text, text.startsWith("-") ? 1 : 0);
    if (point == (text.startsWith("-") ? 1 : 0) || !isAt(text, point, ".")) {
      return false;
    }
    int end = afterDigits(text, point + 1);
    if (isAt(text, end, "eE")) {
      int digits = isAt(text, end + 1, "+-") ? end + 2 : end + 1;
      end = afterDigits(text, digits);
      return end > digits && end == text.length();
    }
    return end == text.length();
  }

  /** {@return the decimal or hexadecimal integer that {@code text} is, if it is one} */
  static Optional<BigInteger> integer(String text) {
    int first = text.startsWith("-") ? 1 : 0;
    boolean hex = text.startsWith("0x", first);
    int from = hex ? first + 2 : first;
    if (text.length() > MOST_DIGITS || from == text.length()) {
      return Optional.empty();
    }
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80 || Character.digit(text.charAt(i), hex ? 16 : 10) < 0) {
        return Optional.empty();
      }
    }
    BigInteger value =
        text.length() - from <= 15
            ? BigInteger.valueOf(Long.parseLong(text, from, text.length(), hex ? 16 : 10))
            : new BigInteger(text.substring(from), hex ? 16 : 10);
    return Optional.of(first == 1 ? value.negate() : value);
  }

  private static int afterDigits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static boolean isAt(String text, int at, String characters) {
    return at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
  }

  /**
   * {@return whether an integer type of {@code width} bits can hold {@code value}; one that is not
   * {@code unsigned} takes the bits in either reading}
   */
  static boolean fits(BigInteger value, int width, boolean unsigned) {
    return value.signum() < 0 ? !unsigned && value.bitLength() < width : value.bitLength() <= width;
  }
}
