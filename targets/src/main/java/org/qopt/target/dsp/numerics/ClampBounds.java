package org.qopt.target.dsp.numerics;

import org.qopt.dialect.bfp.BlockRounding;
import org.qopt.dialect.bfp.Wide;

/**
 * An interval {@code min * 2^exponent} to {@code max * 2^exponent}.
 *
 * @param min the lower end; {@link Integer#MIN_VALUE} for none
 * @param max the upper end; {@link Integer#MAX_VALUE} for none
 * @param exponent the exponent of both
 */
public record ClampBounds(int min, int max, int exponent) {
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
}
