package org.qopt.filecheck;

/**
 * Numbers as flags and expressions spell them: {@code 0x}, {@code 0b}, {@code 0o} and {@code 0}.
 */
final class Numerals {
  private Numerals() {}

  /**
   * {@return the radix that a number's beginning says, without moving past it}
   *
   * @param first the first character
   * @param second the second, or NUL
   */
  static int radix(char first, char second) {
    if (first != '0') {
      return 10;
    }
    return switch (second) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      case 'o' -> 8;
      default -> Cursor.isDigit(second) ? 8 : 10;
    };
  }

  /** {@return whether the radix stands in two characters before the digits} */
  static boolean hasRadixPrefix(char first, char second) {
    return first == '0' && "xXbBo".indexOf(second) >= 0 && second != '\0';
  }

  /**
   * {@return an unsigned number of 32 bits}
   *
   * @throws NumberFormatException if {@code text} is none
   */
  static int parseUnsigned(String text) {
    long value = parseUnsignedLong(text);
    if (value >>> Integer.SIZE != 0) {
      throw new NumberFormatException("more than 32 bits");
    }
    return (int) value;
  }

  /**
   * {@return an unsigned number of 64 bits}
   *
   * @throws NumberFormatException if {@code text} is none
   */
  static long parseUnsignedLong(String text) {
    char first = text.isEmpty() ? '\0' : text.charAt(0);
    char second = text.length() < 2 ? '\0' : text.charAt(1);
    String digits = hasRadixPrefix(first, second) ? text.substring(2) : text;
    if (!digits.isEmpty() && Character.digit(digits.charAt(0), 16) < 0) {
      throw new NumberFormatException("a sign is no digit");
    }
    return Long.parseUnsignedLong(digits, radix(first, second));
  }
}
