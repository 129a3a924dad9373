package org.qopt.target.tpu.numerics;

/**
 * Changes the scale and zero point of int8 values, and cuts them to an interval: {@code (q -
 * inputZeroPoint) * multiplier + outputZeroPoint}.
 *
 * @param inputZeroPoint the input that stands for 0
 * @param multiplier input scale by output scale; rounds as {@link Rounding#DOUBLE}
 * @param outputZeroPoint the result that stands for 0
 * @param clamp the interval of the result
 */
public record Requantize(
    int inputZeroPoint, QuantizedMultiplier multiplier, int outputZeroPoint, ActivationClamp clamp)
    implements ByteFunction {
  /** {@return the plain change of parameters; the ratio of the scales is taken in double} */
  public static Requantize of(
      float inputScale, int inputZeroPoint, float outputScale, int outputZeroPoint) {
    return new Requantize(
        inputZeroPoint,
        QuantizedMultiplier.of(ScaleRatio.inDouble(inputScale, outputScale)),
        outputZeroPoint,
        ActivationClamp.FULL);
  }

  /**
   * {@return an activation as an operation of its own; the ratio of the scales is rounded to
   * float32}
   */
  public static Requantize of(
      Activation activation,
      float inputScale,
      int inputZeroPoint,
      float outputScale,
      int outputZeroPoint) {
    return new Requantize(
        inputZeroPoint,
        QuantizedMultiplier.of(ScaleRatio.inFloat(inputScale, outputScale)),
        outputZeroPoint,
        ActivationClamp.of(activation, outputScale, outputZeroPoint));
  }

  @Override
  public byte apply(byte q) {
    return (byte) apply((int) q);
  }

  /** {@return the result for one number} */
  public int apply(int q) {
    return clamp.cut(multiplier.apply(q - inputZeroPoint) + outputZeroPoint);
  }
}
