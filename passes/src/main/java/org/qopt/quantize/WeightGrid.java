package org.qopt.quantize;

/**
 * The grid that weights lie on already, as those of a model do whose weights were stored as
 * integers. Quantized on the same grid they keep their values; on any other they would be rounded
 * once more.
 */
final class WeightGrid {
  // Of a step: far above what f32 loses in a product, far below what rounding to int8 loses.
  private static final double TOLERANCE = 1e-4;

  // Fewer weights lie on some grid by chance, and then the finest step serves them as well.
  private static final int LEAST_WEIGHTS = 16;

  private WeightGrid() {}

  /**
   * {@return into how many steps the largest magnitude is to be cut: the largest number up to
   * {@code limit} for which every weight is a whole number of steps, or {@code limit} if there is
   * none}
   *
   * @param weights finite numbers
   * @param magnitude the largest magnitude among them, positive
   */
  static long steps(float[] weights, float magnitude, long limit) {
    if (weights.length < LEAST_WEIGHTS) {
      return limit;
    }
    for (long steps = limit; steps > 1; steps--) {
      if (fits(weights, steps / (double) magnitude)) {
        return steps;
      }
    }
    return limit;
  }

  private static boolean fits(float[] weights, double stepsPerUnit) {
    for (float weight : weights) {
      double steps = weight * stepsPerUnit;
      if (Math.abs(steps - Math.rint(steps)) > TOLERANCE) {
        return false;
      }
    }
    return true;
  }
}
