package org.qopt.filecheck;

import java.math.BigInteger;
import java.util.Optional;

/**
 * How a number is written in the input: {@code %u}, {@code %.8X}, {@code %#x}.
 *
 * @param kind sign and radix
 * @param precision least number of digits; 0 for no demand
 * @param alternate whether a hexadecimal number carries {@code 0x}
 */
record NumericFormat(Kind kind, int precision, boolean alternate) {
  /** Sign and radix. */
  enum Kind {
    NONE("<none>", 10, ""),
    UNSIGNED("%u", 10, "0-9"),
    SIGNED("%d", 10, "0-9"),
    HEX_UPPER("%X", 16, "0-9A-F"),
    HEX_LOWER("%x", 16, "0-9a-f");

    private final String spelling;
    private final int radix;
    private final String digits;

    Kind(String spelling, int radix, String digits) {
      this.spelling = spelling;
      this.radix = radix;
      this.digits = digits;
    }
  }

  static final NumericFormat NONE = new NumericFormat(Kind.NONE, 0, false);
  static final NumericFormat UNSIGNED = new NumericFormat(Kind.UNSIGNED, 0, false);

  boolean isNone() {
    return kind == Kind.NONE;
  }

  String spelling() {
    return kind.spelling;
  }

  /** {@return the regular expression that matches any number in this format} */
  String wildcard() {
    String sign = kind == Kind.SIGNED ? "-?" : "";
    String head = (alternate ? "0x" : "") + sign;
    if (precision == 0) {
      return head + "[" + kind.digits + "]+";
    }
    // More digits than asked for are fine as long as they are no padding.
    String first = kind.digits.replaceFirst("0", "1");
    return head
        + "(["
        + first
        + "]["
        + kind.digits
        + "]*)?["
        + kind.digits
        + "]{"
        + precision
        + "}";
  }

  /** {@return {@code value} in this format; nothing for a negative number without a sign} */
  Optional<String> format(BigInteger value) {
    if (value.signum() < 0 && kind != Kind.SIGNED) {
      return Optional.empty();
    }
    String digits = value.abs().toString(kind.radix);
    if (kind == Kind.HEX_UPPER) {
      digits = digits.toUpperCase(java.util.Locale.ROOT);
    }
    String padding = "0".repeat(Math.max(0, precision - digits.length()));
    return Optional.of(
        (value.signum() < 0 ? "-" : "") + (alternate ? "0x" : "") + padding + digits);
  }

  /** {@return the number that {@code text}, a match of {@link #wildcard()}, stands for} */
  BigInteger parse(String text) {
    boolean negative = text.startsWith("-");
    String digits = negative ? text.substring(1) : text;
    if (alternate) {
      digits = digits.substring(2);
    }
    BigInteger magnitude = new BigInteger(digits, kind.radix);
    return negative ? magnitude.negate() : magnitude;
  }
}
