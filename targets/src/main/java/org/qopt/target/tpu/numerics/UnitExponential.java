package org.qopt.target.tpu.numerics;

import static org.qopt.target.tpu.numerics.FixedPoint.dividePowerOfTwo;
import static org.qopt.target.tpu.numerics.FixedPoint.doublingHighProduct;
import static org.qopt.target.tpu.numerics.FixedPoint.saturatingShift;

/**
 * The exponential function of numbers up to 0, and the reciprocal, in 32-bit fixed point, as
 * Google's gemmlowp library defines them. Qm.n below is a number with m integer and n fraction bits
 * besides its sign.
 */
final class UnitExponential {
  /** The fraction bits of the argument, a Q5.26 number. */
  static final int ARGUMENT_FRACTION_BITS = 26;

  private static final int QUARTER = 1 << (ARGUMENT_FRACTION_BITS - 2);

  /** e to the power -1/4, -1/2, -1, -2, -4, -8, -16 in Q0.31. */
  private static final int[] POWERS = {
    1672461947, 1302514674, 790015084, 290630308, 39332535, 720401, 242
  };

  /** e to the power -1/8, and 1/3, in Q0.31. */
  private static final int EXP_MINUS_EIGHTH = 1895147668;

  private static final int THIRD = 715827883;

  /** 48/17 and -32/17 in Q2.29: the line that starts the reciprocal. */
  private static final int RECIPROCAL_START = 1515870810;

  private static final int RECIPROCAL_SLOPE = -1010580540;

  private UnitExponential() {}

  /**
   * {@return e to the power of {@code a}, in Q0.31; the largest such number for 1}
   *
   * @param a the exponent in Q5.26, at most 0
   */
  static int exp(int a) {
    if (a == 0) {
      return Integer.MAX_VALUE;
    }
    int inQuarter = (a & (QUARTER - 1)) - QUARTER;
    int result = expOfQuarter(saturatingShift(inQuarter, 5));
    int quarters = (inQuarter - a) >> (ARGUMENT_FRACTION_BITS - 2);
    for (int i = 0; i < POWERS.length; i++) {
      if ((quarters >> i & 1) != 0) {
        result = doublingHighProduct(result, POWERS[i]);
      }
    }
    return result;
  }

  /** The Taylor polynomial of degree 4 around -1/8, for Q0.31 numbers from -1/4 to below 0. */
  private static int expOfQuarter(int a) {
    int x = a + (1 << 28);
    int x2 = doublingHighProduct(x, x);
    int x3 = doublingHighProduct(x2, x);
    int x4 = doublingHighProduct(x2, x2);
    int high = doublingHighProduct(dividePowerOfTwo(x4, 2) + x3, THIRD) + x2;
    return EXP_MINUS_EIGHTH + doublingHighProduct(EXP_MINUS_EIGHTH, x + dividePowerOfTwo(high, 1));
  }

  /**
   * {@return {@code 1 / (1 + a)} in Q0.31}, by three steps of Newton's method
   *
   * @param a 0 to below 1, in Q0.31
   */
  static int reciprocalOfOnePlus(int a) {
    int half = (int) (((long) a + Integer.MAX_VALUE + 1) >> 1);
    int x = RECIPROCAL_START + doublingHighProduct(half, RECIPROCAL_SLOPE);
    for (int i = 0; i < 3; i++) {
      int rest = (1 << 29) - doublingHighProduct(half, x);
      x += saturatingShift(doublingHighProduct(x, rest), 2);
    }
    return saturatingShift(x, 1);
  }
}
