package org.qopt.target.tpu.numerics;

/**
 * Softmax over the last dimension, to int8 with scale 1/256 and zero point -128. Where the
 * exponentials of a row add up to 512 or more, TensorFlow Lite has no result; here each is less
 * than half a step.
 *
 * @param multiplier what the difference of an input to the largest is multiplied by, so that it
 *     becomes a number with 26 fraction bits; its shift is at least 0
 * @param leastDifference inputs that lie further than this below the largest count as minus
 *     infinity; at most 0
 */
public record Softmax(QuantizedMultiplier multiplier, int leastDifference) {
  private static final int ARGUMENT_INTEGER_BITS = 5;
  private static final int SUM_INTEGER_BITS = 12;

  /**
   * {@return softmax of {@code beta} times inputs of this scale}
   *
   * @throws IllegalArgumentException if the product of both is below 2^-26 or not finite
   */
  public static Softmax of(float inputScale, float beta) {
    double real =
        Math.min(
            (double) beta * inputScale * (1 << UnitExponential.ARGUMENT_FRACTION_BITS),
            Integer.MAX_VALUE);
    if (!(real >= 1)) {
      throw new IllegalArgumentException(
          "softmax of scale " + inputScale + " and beta " + beta + " has no fixed-point form");
    }
    QuantizedMultiplier multiplier = QuantizedMultiplier.of(real);
    double largest = (1 << ARGUMENT_INTEGER_BITS) - 1;
    double radius =
        Math.scalb(largest, UnitExponential.ARGUMENT_FRACTION_BITS - multiplier.shift());
    return new Softmax(multiplier, -(int) Math.floor(radius));
  }

  /**
   * {@return the results}
   *
   * @param depth the size of the last dimension
   * @throws IllegalArgumentException if the input does not consist of whole rows of that size
   */
  public byte[] execute(byte[] input, int depth) {
    if (depth < 1 || input.length % depth != 0) {
      throw new IllegalArgumentException(input.length + " values are no rows of " + depth);
    }
    byte[] output = new byte[input.length];
    int[] exponentials = exponentials();
    for (int start = 0; start < input.length; start += depth) {
      row(input, output, start, start + depth, exponentials);
    }
    return output;
  }

  /**
   * {@return for each difference of an input to the largest, 0 to 255, the exponential of its
   * negative with 31 fraction bits}
   */
  public int[] exponentials() {
    int[] exponentials = new int[256];
    for (int d = 0; d < 256 && -d >= leastDifference; d++) {
      exponentials[d] = UnitExponential.exp(multiplier.apply(-d));
    }
    return exponentials;
  }

  private void row(byte[] input, byte[] output, int start, int end, int[] exponentials) {
    int max = Byte.MIN_VALUE;
    for (int i = start; i < end; i++) {
      max = Math.max(max, input[i]);
    }
    int sum = 0;
    for (int i = start; i < end; i++) {
      sum += FixedPoint.dividePowerOfTwo(exponentials[max - input[i]], SUM_INTEGER_BITS);
    }
    int headroom = Integer.numberOfLeadingZeros(sum);
    int reciprocal = UnitExponential.reciprocalOfOnePlus((sum << headroom) - Integer.MIN_VALUE);
    int shift = SUM_INTEGER_BITS - headroom + 31 - Byte.SIZE;
    for (int i = start; i < end; i++) {
      int product = FixedPoint.doublingHighProduct(reciprocal, exponentials[max - input[i]]);
      // A shift of 32 and more leaves less than one half.
      int scaled = shift > 31 ? 0 : FixedPoint.dividePowerOfTwo(product, shift);
      output[i] = (byte) Math.min(scaled + Byte.MIN_VALUE, Byte.MAX_VALUE);
    }
  }
}
