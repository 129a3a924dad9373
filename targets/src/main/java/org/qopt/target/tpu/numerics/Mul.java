package org.qopt.target.tpu.numerics;

/**
 * The product of two int8 tensors.
 *
 * @param firstZeroPoint the first operand's value for 0
 * @param secondZeroPoint the second operand's value for 0
 * @param multiplier {@code s1 * s2 / s}; rounds as {@link Rounding#DOUBLE}
 * @param outputZeroPoint the result that stands for 0
 * @param clamp the interval of the result
 */
public record Mul(
    int firstZeroPoint,
    int secondZeroPoint,
    QuantizedMultiplier multiplier,
    int outputZeroPoint,
    ActivationClamp clamp)
    implements Binary {
  /** {@return the product that follows from the scales; every step is rounded to float32} */
  public static Mul of(
      float firstScale,
      int firstZeroPoint,
      float secondScale,
      int secondZeroPoint,
      float outputScale,
      int outputZeroPoint,
      Activation activation) {
    return new Mul(
        firstZeroPoint,
        secondZeroPoint,
        QuantizedMultiplier.of(ScaleRatio.productInFloat(firstScale, secondScale, outputScale)),
        outputZeroPoint,
        ActivationClamp.of(activation, outputScale, outputZeroPoint));
  }

  @Override
  public byte apply(byte first, byte second) {
    return (byte) apply((int) first, second);
  }

  /** {@return the product of two numbers} */
  public int apply(int first, int second) {
    int product = (first - firstZeroPoint) * (second - secondZeroPoint);
    return clamp.cut(multiplier.apply(product) + outputZeroPoint);
  }
}
