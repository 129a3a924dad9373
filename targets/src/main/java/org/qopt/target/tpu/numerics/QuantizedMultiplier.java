package org.qopt.target.tpu.numerics;

/**
 * A non-negative real number as 31-bit mantissa and exponent: {@code multiplier * 2^(shift - 31)}.
 *
 * @param multiplier 0, or 2^30 to 2^31-1
 * @param shift the exponent; 0 when the multiplier is 0
 * @param rounding how products are rounded: {@link Rounding#DOUBLE} or {@link Rounding#SINGLE}
 */
public record QuantizedMultiplier(int multiplier, int shift, Rounding rounding) {
  private static final int FRACTION_BITS = 31;

  /** The number 0, also for everything below 2^-32. */
  public static final QuantizedMultiplier ZERO = new QuantizedMultiplier(0, 0);

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the multiplier is negative, or the shift is not -31 to 31,
   *     or the rounding is of another kind of multiplier
   */
  public QuantizedMultiplier {
    if (multiplier < 0
        || shift < -FRACTION_BITS
        || shift > FRACTION_BITS
        || (rounding != Rounding.DOUBLE && rounding != Rounding.SINGLE)) {
      throw new IllegalArgumentException(
          "no fixed-point multiplier: mantissa "
              + multiplier
              + ", shift "
              + shift
              + ", rounding "
              + rounding.text());
    }
  }

  /**
   * A multiplier whose products are rounded twice.
   *
   * @throws IllegalArgumentException as the other constructor does
   */
  public QuantizedMultiplier(int multiplier, int shift) {
    this(multiplier, shift, Rounding.DOUBLE);
  }

  /**
   * {@return the nearest number with a 31-bit mantissa, halves away from zero; 0 for what is too
   * small to have an effect on a 32-bit accumulator}
   *
   * @throws IllegalArgumentException if {@code real} is negative, not a number, or 2^31 and more
   */
  public static QuantizedMultiplier of(double real) {
    BinaryFraction parts = BinaryFraction.of(real);
    long rounded = Math.round(Math.scalb(parts.fraction(), FRACTION_BITS));
    int shift = parts.exponent();
    if (rounded == 1L << FRACTION_BITS) {
      rounded /= 2;
      shift++;
    }
    return rounded == 0 || shift < -FRACTION_BITS
        ? ZERO
        : new QuantizedMultiplier((int) rounded, shift);
  }

  /** {@return the real number} */
  public double real() {
    return Math.scalb((double) multiplier, shift - FRACTION_BITS);
  }

  /** {@return {@code x} times this number, rounded as the rounding says} */
  public int apply(int x) {
    return rounding == Rounding.SINGLE
        ? FixedPoint.multiplySingle(x, multiplier, shift)
        : FixedPoint.multiplyDouble(x, multiplier, shift);
  }
}
