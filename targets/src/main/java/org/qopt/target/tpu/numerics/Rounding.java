package org.qopt.target.tpu.numerics;

/**
 * How the product of an integer accumulator and a real multiplier is brought back to an integer.
 * The kind belongs to the operation, not to the target. A multiplier is stored as an integer
 * mantissa of {@link #mantissaBits()} bits and an exponent: its value is {@code mantissa * 2^(shift
 * - bits)}.
 */
public enum Rounding {
  /**
   * Two roundings: the doubled high half of the 64-bit product to nearest, halves up; then a
   * division by a power of two to nearest, halves away from zero.
   */
  DOUBLE("double", 31),
  /**
   * The product rounded once to 53 significant bits (halves to even, as IEEE 754 double does), then
   * to the nearest integer, halves away from zero.
   */
  NEAREST("nearest", 53),
  /** For 48-bit accumulators: the mantissa cut to 15 bits, then one rounding, halves up. */
  WIDE("wide", 31),
  /** One rounding of the 64-bit product, halves up. */
  SINGLE("single", 31);

  private final String text;
  private final int mantissaBits;

  Rounding(String text, int mantissaBits) {
    this.text = text;
    this.mantissaBits = mantissaBits;
  }

  /** {@return the name in a program's text} */
  public String text() {
    return text;
  }

  /** {@return the number of bits of the mantissa that stand behind the binary point} */
  public int mantissaBits() {
    return mantissaBits;
  }

  /**
   * {@return the kind with this name}
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Rounding of(String text) {
    for (Rounding rounding : values()) {
      if (rounding.text.equals(text)) {
        return rounding;
      }
    }
    throw new IllegalArgumentException("no such rounding: \"" + text + "\"");
  }
}
