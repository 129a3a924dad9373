package org.qopt.target.cpu.numerics;

/**
 * Softmax along an axis, as QLinearSoftmax computes it: exponentials of the difference to the
 * largest come from a table of float32, are added up in float32 in the order of the axis, and each
 * is multiplied by the inverse of the result's scale, cut to an integer, before it is divided by
 * the sum.
 */
public final class Softmax {
  /** Powers of two that are left free above the sum of the exponentials, in natural units. */
  private static final double RESERVE = 5;

  private final float[] exponentials = new float[256];
  private final float inverseScale;
  private final int zeroPoint;
  private final int depth;

  /**
   * Builds the table.
   *
   * @param depth the size of the axis, at least 1
   */
  public Softmax(Affine input, Affine result, int depth) {
    this.inverseScale = (float) Math.floor(1f / result.scale());
    this.zeroPoint = result.unsignedZeroPoint();
    this.depth = depth;
    double room = Math.max(0, (float) Math.log(Float.MAX_VALUE / depth) - RESERVE);
    double shift = room / input.scale();
    for (int i = 0; i < exponentials.length; i++) {
      exponentials[i] = (float) Math.exp((i - 255 + shift) * input.scale());
    }
  }

  /**
   * {@return the results}
   *
   * @param inner the product of the dimensions after the axis
   */
  public byte[] execute(byte[] input, int inner) {
    byte[] output = new byte[input.length];
    for (int row = 0; row < input.length / depth; row++) {
      row(input, output, row / inner * depth * inner + row % inner, inner);
    }
    return output;
  }

  private void row(byte[] input, byte[] output, int start, int step) {
    int largest = Byte.MIN_VALUE;
    for (int i = 0, at = start; i < depth; i++, at += step) {
      largest = Math.max(largest, input[at]);
    }
    float sum = 0;
    for (int i = 0, at = start; i < depth; i++, at += step) {
      sum += exponentials[255 - largest + input[at]];
    }
    for (int i = 0, at = start; i < depth; i++, at += step) {
      float share = exponentials[255 - largest + input[at]] * inverseScale / sum;
      int steps = (int) Math.rint(share) + zeroPoint;
      output[at] = (byte) (Math.min(steps, 255) - Saturation.UNSIGNED);
    }
  }
}
