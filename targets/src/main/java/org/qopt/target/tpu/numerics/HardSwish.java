package org.qopt.target.tpu.numerics;

/**
 * {@code x * min(max(x + 3, 0), 6) / 6} of int8, in 16-bit fixed point.
 *
 * @param inputZeroPoint the input that stands for 0
 * @param output input scale / 128 / output scale; below 1
 * @param reluish input scale / 128 / (3 / 32768): what makes an input of 3 the largest 16-bit
 *     number
 * @param outputZeroPoint the result that stands for 0
 */
public record HardSwish(
    int inputZeroPoint,
    QuantizedMultiplier output,
    QuantizedMultiplier reluish,
    int outputZeroPoint)
    implements ByteFunction {
  private static final int EXTRA_BITS = 7;

  /**
   * Checks the multipliers' exponents.
   *
   * @throws IllegalArgumentException if one is out of the range that 16-bit numbers can be shifted
   *     by
   */
  public HardSwish {
    if (output.shift() > 0 || output.shift() < -15) {
      throw new IllegalArgumentException(
          "hard swish needs an output scale of 1/128 to 512 times the input's");
    }
    if (reluish.shift() < -15 || reluish.shift() > 15) {
      throw new IllegalArgumentException("hard swish has no fixed-point form for such input scale");
    }
  }

  /**
   * {@return the function that follows from the scales; every step is rounded to float32}
   *
   * @throws IllegalArgumentException if the scales are too far apart
   */
  public static HardSwish of(
      float inputScale, int inputZeroPoint, float outputScale, int outputZeroPoint) {
    float fine = inputScale * (1f / (1 << EXTRA_BITS));
    return new HardSwish(
        inputZeroPoint,
        QuantizedMultiplier.of(ScaleRatio.inFloat(fine, outputScale)),
        QuantizedMultiplier.of(ScaleRatio.inFloat(fine, 3f / 32768)),
        outputZeroPoint);
  }

  @Override
  public byte apply(byte q) {
    int x = (q - inputZeroPoint) << EXTRA_BITS;
    int scaled = doublingHighProduct(x, FixedPoint.reduceTo15Bits(output.multiplier()));
    // Toward zero, so that results of small magnitude lean to 0.
    int product = (factor(x) * scaled) / (1 << 15);
    int result = FixedPoint.dividePowerOfTwo(product, -output.shift());
    return ActivationClamp.FULL.apply(result + outputZeroPoint);
  }

  /** {@return {@code min(max(x + 3, 0), 6) / 6} in 15 fraction bits} */
  private int factor(int x) {
    int shift = reluish.shift();
    int r = shift > 0 ? saturatingShift(x, shift - 1) : x;
    r = doublingHighProduct(r, FixedPoint.reduceTo15Bits(reluish.multiplier()));
    r = shift > 0 ? saturatingShift(r, 1) : FixedPoint.dividePowerOfTwo(r, -shift);
    return (r + (1 << 15)) >> 1;
  }

  private static int saturatingShift(int x, int exponent) {
    return Math.clamp((long) x << exponent, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /** {@return {@code a * b / 2^15} to nearest, halves up}; b is not the least 16-bit number */
  private static int doublingHighProduct(int a, int b) {
    return (a * b + (1 << 14)) >> 15;
  }
}
