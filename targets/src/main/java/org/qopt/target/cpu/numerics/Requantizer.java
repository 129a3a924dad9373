package org.qopt.target.cpu.numerics;

/**
 * Brings int32 sums to a scale and zero point: the sum as a float32 times a float32, rounded to the
 * nearest integer, halves to even, plus the zero point, cut to int8.
 */
public final class Requantizer {
  private final float[] multipliers;
  private final int zeroPoint;

  private Requantizer(float[] multipliers, int zeroPoint) {
    this.multipliers = multipliers;
    this.zeroPoint = zeroPoint;
  }

  /**
   * {@return what brings sums of products to the result's scale}: {@code input * weight / output},
   * each operation rounded to float32
   *
   * @param weights one scale for all output channels, or one each
   * @param zeroPoint the zero point of the result
   */
  public static Requantizer ofProducts(float input, float[] weights, float output, int zeroPoint) {
    float[] multipliers = new float[weights.length];
    for (int i = 0; i < multipliers.length; i++) {
      multipliers[i] = input * weights[i] / output;
    }
    return new Requantizer(multipliers, zeroPoint);
  }

  /** {@return what brings sums of {@code count} values to their mean in the result's scale} */
  public static Requantizer ofMean(float input, float output, int count, int zeroPoint) {
    return new Requantizer(new float[] {input / (output * count)}, zeroPoint);
  }

  /** {@return the sum of an output channel, rescaled} */
  public byte apply(int channel, int sum) {
    return Saturation.round(sum * multipliers[multipliers.length == 1 ? 0 : channel], zeroPoint);
  }

  /** Stores the results of neighbouring channels of one pixel, as a step behind their sums. */
  void store(int[] sums, int from, int channel, int count, byte[] output, int at) {
    for (int i = 0; i < count; i++) {
      output[at + i] = apply(channel + i, sums[from + i]);
    }
  }
}
