package org.qopt.target.tpu.numerics;

/**
 * A non-negative double as 53-bit mantissa and exponent, {@code multiplier * 2^(shift - 53)},
 * without any loss.
 *
 * @param multiplier 0, or 2^52 to 2^53-1
 * @param shift the exponent; 0 when the multiplier is 0
 */
public record ExactMultiplier(long multiplier, int shift) {
  private static final int FRACTION_BITS = 53;

  /**
   * {@return exactly {@code real}}
   *
   * @throws IllegalArgumentException if {@code real} is negative, infinite or not a number
   */
  public static ExactMultiplier of(double real) {
    BinaryFraction parts = BinaryFraction.of(real);
    return new ExactMultiplier(
        (long) Math.scalb(parts.fraction(), FRACTION_BITS), parts.exponent());
  }

  /** {@return the real number} */
  public double real() {
    return Math.scalb((double) multiplier, shift - FRACTION_BITS);
  }

  /** {@return {@code x} times this number, rounded as {@link Rounding#NEAREST} says} */
  public int apply(int x) {
    return FixedPoint.multiplyNearest(x, multiplier, shift);
  }
}
