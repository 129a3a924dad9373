package org.qopt.target.dsp.numerics;

import org.qopt.dialect.bfp.BlockRounding;
import org.qopt.dialect.bfp.Wide;

/**
 * {@code 2^((x - largest) * factor)} over the sum of these along the last axis, where the factor
 * {@code multiplier * 2^multiplierExponent} is beta / ln 2.
 *
 * <p>The numbers of a row are aligned as in a sum. A difference times the factor becomes a number
 * of 20 fraction bits, rounded, whose integer part is a shift and whose fraction f a polynomial:
 * 2^f of 30 fraction bits, off by less than 2^-21. Powers below 2^-30 are 0. Quotients have 30
 * fraction bits, cut off.
 *
 * @param multiplier 0 to 2^31-1
 * @param multiplierExponent its exponent
 * @param guard bits below the largest exponent of a row
 */
public record Softmax(int multiplier, int multiplierExponent, int guard) {
  /** The exponent of the quotients. */
  public static final int EXPONENT = -30;

  /** The fraction bits of a difference times the factor. */
  public static final int FRACTION = 20;

  private static final long ONE = 1L << 30;

  /** Of f, f^2, ... in 2^f - 1, with 30 fraction bits: the values at Chebyshev nodes are exact. */
  private static final long[] POLYNOMIAL = {744261533, 257920511, 59761307, 9877767, 1920246};

  /** {@return the quotients, rows of {@code length}} */
  public Wide execute(Wide input, int length, BlockRounding rounding) {
    Wide result = Wide.of(input.accumulators().length);
    AlignedSum row = new AlignedSum(rounding, guard);
    long[] powers = new long[length];
    for (int start = 0; length > 0 && start < input.accumulators().length; start += length) {
      row.clear();
      for (int i = start; i < start + length; i++) {
        row.add(input.accumulators()[i], input.exponents()[i]);
      }
      int exponent = row.exponent();
      long largest = row.largest();
      long sum = 0;
      for (int i = 0; i < length; i++) {
        powers[i] = power(row.aligned(i, exponent) - largest, exponent, rounding);
        sum += powers[i];
      }
      for (int i = 0; i < length; i++) {
        result.set(start + i, (powers[i] << 30) / sum, EXPONENT);
      }
    }
    return result;
  }

  /** {@return {@code 2^(difference * 2^exponent * factor)} in 30 fraction bits} */
  private long power(long difference, int exponent, BlockRounding rounding) {
    long x =
        rounding.shiftRight(difference * multiplier, -FRACTION - exponent - multiplierExponent);
    long whole = x >> FRACTION;
    if (whole < -30) {
      return 0;
    }
    long fraction = x & ((1 << FRACTION) - 1);
    long sum = 0;
    for (int i = POLYNOMIAL.length - 1; i >= 0; i--) {
      sum = POLYNOMIAL[i] + (sum * fraction >> FRACTION);
    }
    return ONE + (sum * fraction >> FRACTION) >> -whole;
  }
}
