package org.qopt.target.tpu.numerics;

/**
 * Multiplication of integers by real numbers that are given as mantissa and exponent, one function
 * for each {@link Rounding}, and the two primitives that they and the other kernels are made of.
 */
public final class FixedPoint {
  private static final int DOUBLE_PRECISION = 53;

  private FixedPoint() {}

  /**
   * {@return {@code a * b / 2^31} to nearest, halves up}, {@link Integer#MAX_VALUE} for the one
   * product that does not fit, that of two {@link Integer#MIN_VALUE}
   */
  public static int doublingHighProduct(int a, int b) {
    if (a == Integer.MIN_VALUE && b == Integer.MIN_VALUE) {
      return Integer.MAX_VALUE;
    }
    return (int) (((long) a * b + (1L << 30)) >> 31);
  }

  /**
   * {@return {@code x / 2^exponent} to nearest, halves away from zero}
   *
   * @param exponent 0 to 31
   */
  public static int dividePowerOfTwo(int x, int exponent) {
    int mask = (int) ((1L << exponent) - 1);
    int threshold = (mask >> 1) + (x >>> 31);
    return (x >> exponent) + ((x & mask) > threshold ? 1 : 0);
  }

  /**
   * {@return {@code x * 2^exponent}, to nearest and halves away from zero where bits are lost, and
   * cut to the range of int where it does not fit}
   *
   * @param exponent -31 to 31
   */
  public static int saturatingShift(int x, int exponent) {
    if (exponent <= 0) {
      return dividePowerOfTwo(x, -exponent);
    }
    return Math.clamp((long) x << exponent, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /**
   * {@return {@code x * multiplier * 2^(shift - 31)} as {@link Rounding#DOUBLE} rounds it}
   *
   * @param x the accumulator; {@code x * 2^shift} wraps around when it leaves the range of int
   * @param multiplier the mantissa, 0 or 2^30 to 2^31-1 when it comes from {@link
   *     QuantizedMultiplier}
   * @param shift -31 to 31
   */
  public static int multiplyDouble(int x, int multiplier, int shift) {
    if (shift >= 0) {
      return doublingHighProduct(x << shift, multiplier);
    }
    return dividePowerOfTwo(doublingHighProduct(x, multiplier), -shift);
  }

  /**
   * {@return {@code x * multiplier * 2^(shift - 31)} as {@link Rounding#SINGLE} rounds it}
   *
   * @param shift -31 to 31; the largest counts as 30 with the largest multiplier, as the runtime
   *     has it
   */
  public static int multiplySingle(int x, int multiplier, int shift) {
    if (shift > 30) {
      return multiplySingle(x, Integer.MAX_VALUE, 30);
    }
    int total = 31 - shift;
    return (int) (((long) x * multiplier + (1L << (total - 1))) >> total);
  }

  /**
   * {@return {@code x * multiplier * 2^(shift - 31)} as {@link Rounding#WIDE} rounds it}
   *
   * @param x the accumulator, of magnitude below 2^47
   * @param shift -31 to 7
   */
  public static int multiplyWide(long x, int multiplier, int shift) {
    int reduced = reduceTo15Bits(multiplier);
    int total = 15 - shift;
    return (int) ((x * reduced + (1L << (total - 1))) >> total);
  }

  /** {@return {@code multiplier / 2^16} to nearest, halves up, at most 32767} */
  static int reduceTo15Bits(int multiplier) {
    return Math.min((int) (((long) multiplier + (1 << 15)) >> 16), Short.MAX_VALUE);
  }

  /**
   * {@return {@code x * multiplier * 2^(shift - 53)} as {@link Rounding#NEAREST} rounds it}, cut to
   * the range of int. This is the value that a rounded double product would give, computed with
   * integers.
   *
   * @param x the accumulator, of magnitude below 2^53
   * @param multiplier the mantissa, 0 or 2^52 to 2^53-1
   * @param shift above -900, so that the product is no subnormal number
   */
  public static int multiplyNearest(long x, long multiplier, int shift) {
    long magnitude = nearestMagnitude(Math.abs(x), multiplier, shift);
    return (int)
        (x < 0 ? Math.max(-magnitude, Integer.MIN_VALUE) : Math.min(magnitude, Integer.MAX_VALUE));
  }

  private static long nearestMagnitude(long x, long multiplier, int shift) {
    long high = Math.multiplyHigh(x, multiplier);
    long low = x * multiplier;
    int bits =
        high != 0 ? 128 - Long.numberOfLeadingZeros(high) : 64 - Long.numberOfLeadingZeros(low);
    int excess = bits - DOUBLE_PRECISION;
    long significand = excess > 0 ? roundHalfEven(high, low, excess) : low;
    return scaleHalfUp(significand, Math.max(excess, 0) + shift - DOUBLE_PRECISION);
  }

  /** Drops {@code count} (1 to 63) low bits of a 128-bit number whose quotient fits in a long. */
  private static long roundHalfEven(long high, long low, int count) {
    long quotient = (high << (64 - count)) | (low >>> count);
    long rest = low & ((1L << count) - 1);
    long half = 1L << (count - 1);
    return rest > half || (rest == half && (quotient & 1) != 0) ? quotient + 1 : quotient;
  }

  /**
   * {@return {@code x * 2^exponent} to nearest, halves up, at most 2^31} for an x of at most 2^53
   */
  private static long scaleHalfUp(long x, int exponent) {
    if (x == 0 || exponent < -DOUBLE_PRECISION - 1) {
      return 0;
    }
    if (exponent < 0) {
      return Math.min((x + (1L << (-exponent - 1))) >> -exponent, 1L << 31);
    }
    return exponent > 31 ? 1L << 31 : Math.min(Math.min(x, 1L << 31) << exponent, 1L << 31);
  }
}
