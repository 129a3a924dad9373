package org.qopt.target.tpu.numerics;

/**
 * The parameters of a sum or difference of two int8 or int16 numbers of different scales. Each
 * offset operand is shifted left by {@code leftShift}, scaled to the common scale {@code 2 *
 * max(s1, s2)}; the sum is scaled to the result. All three products round as {@link
 * Rounding#DOUBLE}.
 *
 * @param leftShift bits that the operands gain before they are scaled
 * @param firstZeroPoint the first operand's value for 0
 * @param first what the first operand is multiplied by
 * @param secondZeroPoint the second operand's value for 0
 * @param second what the second operand is multiplied by
 * @param output what the sum is multiplied by
 * @param outputZeroPoint the result that stands for 0
 * @param clamp the interval of the result
 */
public record ScaledSum(
    int leftShift,
    int firstZeroPoint,
    QuantizedMultiplier first,
    int secondZeroPoint,
    QuantizedMultiplier second,
    QuantizedMultiplier output,
    int outputZeroPoint,
    ActivationClamp clamp) {
  /** The left shift for int16 operands. */
  public static final int INT16_LEFT_SHIFT = 15;

  /** The left shift for int8 operands. */
  public static final int INT8_LEFT_SHIFT = 20;

  /** {@return the parameters that follow from the scales; the ratios are taken in double} */
  public static ScaledSum of(
      float firstScale,
      int firstZeroPoint,
      float secondScale,
      int secondZeroPoint,
      float outputScale,
      int outputZeroPoint,
      Activation activation) {
    return of(
        INT8_LEFT_SHIFT,
        firstScale,
        firstZeroPoint,
        secondScale,
        secondZeroPoint,
        outputScale,
        outputZeroPoint,
        ActivationClamp.of(activation, outputScale, outputZeroPoint));
  }

  /**
   * {@return the parameters of operands that are shifted left by {@code leftShift}}
   *
   * @throws IllegalArgumentException if a step of an operand is so coarse for the result that its
   *     multiplier would be 1 or more, which the runtime does not shift to the left
   */
  public static ScaledSum of(
      int leftShift,
      float firstScale,
      int firstZeroPoint,
      float secondScale,
      int secondZeroPoint,
      float outputScale,
      int outputZeroPoint,
      ActivationClamp clamp) {
    double common = 2.0 * Math.max(firstScale, secondScale);
    QuantizedMultiplier output =
        QuantizedMultiplier.of(common / ((double) (1 << leftShift) * outputScale));
    if (output.shift() > 0) {
      throw new IllegalArgumentException(
          "a result of scale %s is too fine for operands of scales %s and %s"
              .formatted(outputScale, firstScale, secondScale));
    }
    return new ScaledSum(
        leftShift,
        firstZeroPoint,
        QuantizedMultiplier.of(firstScale / common),
        secondZeroPoint,
        QuantizedMultiplier.of(secondScale / common),
        output,
        outputZeroPoint,
        clamp);
  }

  int scaledFirst(int q) {
    return first.apply((q - firstZeroPoint) << leftShift);
  }

  int scaledSecond(int q) {
    return second.apply((q - secondZeroPoint) << leftShift);
  }

  byte result(int sum) {
    return clamp.apply(output.apply(sum) + outputZeroPoint);
  }

  /** {@return the sum of two numbers, the second of which counts {@code sign} times} */
  public int apply(int first, int second, int sign) {
    int sum = scaledFirst(first) + sign * scaledSecond(second);
    return clamp.cut(output.apply(sum) + outputZeroPoint);
  }

  /** {@return the combination of operands that are looked up once scaled} */
  Binary.Combination combination(int sign) {
    int[] firsts = new int[256];
    int[] seconds = new int[256];
    for (int i = 0; i < 256; i++) {
      firsts[i] = scaledFirst(i + Byte.MIN_VALUE);
      seconds[i] = sign * scaledSecond(i + Byte.MIN_VALUE);
    }
    return (a, b) -> result(firsts[a - Byte.MIN_VALUE] + seconds[b - Byte.MIN_VALUE]);
  }
}
