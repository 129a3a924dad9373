package org.qopt.target.tpu.numerics;

/**
 * The real multipliers that follow from float32 scales. Which steps are rounded to float32 belongs
 * to the operation: another way changes the mantissa nearly always, and now and then a result.
 */
public final class ScaleRatio {
  private ScaleRatio() {}

  /**
   * {@return {@code input * weight / output} in double: convolutions and fully connected layers}
   */
  public static double accumulator(float input, float weight, float output) {
    return (double) input * weight / output;
  }

  /** {@return {@code input / output} in double: addition, mean, requantization} */
  public static double inDouble(float input, float output) {
    return (double) input / output;
  }

  /** {@return {@code input / output} rounded to float32: the ReLU family and hard swish} */
  public static double inFloat(float input, float output) {
    return input / output;
  }

  /** {@return {@code first * second / output}, each step rounded to float32: multiplication} */
  public static double productInFloat(float first, float second, float output) {
    return first * second / output;
  }
}
