package org.qopt.target.tpu.numerics;

/**
 * A function that only cuts its argument to an interval, as other operations apply it to their
 * result.
 */
public enum Activation {
  /** No cut. */
  NONE(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY),
  /** At least 0. */
  RELU(0, Float.POSITIVE_INFINITY),
  /** 0 to 6. */
  RELU6(0, 6),
  /** -1 to 1. */
  RELU_N1_TO_1(-1, 1),
  /** 0 to 1. */
  RELU_0_TO_1(0, 1);

  private final float min;
  private final float max;

  Activation(float min, float max) {
    this.min = min;
    this.max = max;
  }

  /** {@return the least value, or minus infinity} */
  public float min() {
    return min;
  }

  /** {@return the largest value, or infinity} */
  public float max() {
    return max;
  }
}
