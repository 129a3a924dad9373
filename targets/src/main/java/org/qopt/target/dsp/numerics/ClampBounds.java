package org.qopt.target.dsp.numerics;

import org.qopt.dialect.bfp.BlockRounding;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Wide;

/**
 * An interval {@code min * 2^exponent} to {@code max * 2^exponent}.
 *
 * @param min the lower end; {@link Integer#MIN_VALUE} for none
 * @param max the upper end; {@link Integer#MAX_VALUE} for none
 * @param exponent the exponent of both
 */
public record ClampBounds(int min, int max, int exponent) {
  /** No interval. */
  public static final ClampBounds NONE = new ClampBounds(Integer.MIN_VALUE, Integer.MAX_VALUE, 0);

  private static final int BITS = 22;

  /**
   * {@return an interval of real numbers, for results of type {@code result}}: of the exponent of
   * the result where that is known, and then an end that saturation keeps anyway is none; else of
   * an exponent that leaves the larger end 22 bits, or fewer if they are enough for both
   *
   * @param min the least, or minus infinity
   * @param max the largest, or infinity
   */
  public static ClampBounds of(float min, float max, BlockType result) {
    return result.isDynamic() ? dynamic(min, max) : known(min, max, result);
  }

  /** {@return {@code mantissa}, of exponent {@link #exponent}, cut to the interval} */
  public int cut(int mantissa) {
    return Math.min(Math.max(mantissa, min), max);
  }

  /** Cuts all of {@code numbers}; an end is rounded to the exponent of the number. */
  void cut(Wide numbers, BlockRounding rounding) {
    for (int i = 0; i < numbers.accumulators().length; i++) {
      int bits = numbers.exponents()[i] - exponent;
      long cut = numbers.accumulators()[i];
      if (max != Integer.MAX_VALUE) {
        cut = Math.min(cut, rounding.shiftRight(max, bits));
      }
      if (min != Integer.MIN_VALUE) {
        cut = Math.max(cut, rounding.shiftRight(min, bits));
      }
      numbers.accumulators()[i] = cut;
    }
  }

  private static ClampBounds known(float min, float max, BlockType type) {
    int exponent = type.exponent();
    long low =
        min == Float.NEGATIVE_INFINITY ? type.min() : rounded(min, exponent, type.rounding());
    long high =
        max == Float.POSITIVE_INFINITY ? type.max() : rounded(max, exponent, type.rounding());
    return bounds(
        low <= type.min() ? Integer.MIN_VALUE : Math.min(low, type.max()),
        high >= type.max() ? Integer.MAX_VALUE : Math.max(high, type.min()),
        exponent);
  }

  private static ClampBounds dynamic(float min, float max) {
    float largest =
        Math.max(
            Float.isInfinite(min) ? 0 : Math.abs(min), Float.isInfinite(max) ? 0 : Math.abs(max));
    int exponent = largest == 0 ? 0 : Math.getExponent(largest) - (BITS - 1);
    long low = Float.isInfinite(min) ? 0 : rounded(min, exponent, BlockRounding.HALF_EVEN);
    long high = Float.isInfinite(max) ? 0 : rounded(max, exponent, BlockRounding.HALF_EVEN);
    int spare = Long.numberOfTrailingZeros(low | high | 1L << BITS);
    return bounds(
        Float.isInfinite(min) ? Integer.MIN_VALUE : low >> spare,
        Float.isInfinite(max) ? Integer.MAX_VALUE : high >> spare,
        largest == 0 ? 0 : exponent + spare);
  }

  private static ClampBounds bounds(long min, long max, int exponent) {
    boolean unbounded = min == Integer.MIN_VALUE && max == Integer.MAX_VALUE;
    return unbounded ? NONE : new ClampBounds((int) min, (int) max, exponent);
  }

  private static long rounded(float value, int exponent, BlockRounding rounding) {
    Wide wide = Wide.of(1);
    wide.set(0, value);
    return rounding.shiftRight(wide.accumulators()[0], exponent - wide.exponents()[0]);
  }
}
