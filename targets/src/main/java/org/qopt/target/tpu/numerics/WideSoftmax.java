package org.qopt.target.tpu.numerics;

/**
 * Softmax over the last dimension of int16, to int16 with scale 1/32768 and zero point 0.
 *
 * @param multiplier what the difference of an input to the largest is multiplied by, so that 65535
 *     stands for -10
 */
public record WideSoftmax(QuantizedMultiplier multiplier) {
  private static final InterpolatedTable EXPONENTIAL = new InterpolatedTable(Math::exp, -10, 0);
  private static final InterpolatedTable RECIPROCAL_OF_ONE_PLUS =
      new InterpolatedTable(x -> 1 / (1 + x), 0, 1);

  /** {@return the table of exponentials: 513 results, from -10 to 0, in 15 fraction bits} */
  public static int[] exponentials() {
    return EXPONENTIAL.entries();
  }

  /** {@return the table of {@code 1 / (1 + x)}: 513 results, from 0 to 1, in 15 fraction bits} */
  public static int[] reciprocals() {
    return RECIPROCAL_OF_ONE_PLUS.entries();
  }

  /**
   * {@return softmax of {@code beta} times inputs of this scale}; the product of both is rounded to
   * f32
   *
   * @throws IllegalArgumentException if there is no fixed-point form
   */
  public static WideSoftmax of(float inputScale, float beta) {
    float scaled = inputScale * beta;
    if (!(scaled >= Float.MIN_NORMAL && scaled < 1 << 16)) {
      throw new IllegalArgumentException(
          "softmax of scale " + inputScale + " and beta " + beta + " has no fixed-point form");
    }
    return new WideSoftmax(QuantizedMultiplier.of(scaled / (10.0 / 65535)));
  }

  /**
   * {@return the results}
   *
   * @param depth the size of the last dimension
   */
  public short[] execute(short[] input, int depth) {
    short[] output = new short[input.length];
    for (int start = 0; start < input.length; start += depth) {
      row(input, output, start, start + depth);
    }
    return output;
  }

  private void row(short[] input, short[] output, int start, int end) {
    int max = Short.MIN_VALUE;
    for (int i = start; i < end; i++) {
      max = Math.max(max, input[i]);
    }
    int sum = 0;
    int[] exponentials = new int[end - start];
    for (int i = start; i < end; i++) {
      exponentials[i - start] =
          EXPONENTIAL.apply(multiplier.apply(input[i] - max) + Short.MAX_VALUE);
      sum += exponentials[i - start];
    }
    int headroom = Integer.numberOfLeadingZeros(sum);
    int shifted = (int) ((((long) sum << (headroom - 1)) + (1 << 13)) >> 14);
    int reciprocal = RECIPROCAL_OF_ONE_PLUS.apply(shifted - (1 << 15) - (1 << 16));
    int shift = 31 - headroom;
    for (int i = start; i < end; i++) {
      long product = (long) exponentials[i - start] * reciprocal + (1L << (shift - 1));
      output[i] = (short) Math.clamp(product >> shift, 0, Short.MAX_VALUE);
    }
  }
}
