package org.qopt.target.tpu.numerics;

/**
 * The mean of int8 values over some dimensions: their sum in int32, less the zero point for each,
 * times one multiplier that contains the division by their number.
 *
 * @param inputZeroPoint the input that stands for 0
 * @param multiplier input scale by output scale by {@code count}; rounds as {@link Rounding#DOUBLE}
 * @param count the number of values in each mean
 * @param outputZeroPoint the result that stands for 0
 */
public record Mean(
    int inputZeroPoint, QuantizedMultiplier multiplier, int count, int outputZeroPoint) {
  /**
   * {@return the mean that follows from the scales; their ratio is taken in double, quantized, and
   * then divided by {@code count}, with as many more bits as fit, cut}
   *
   * @throws IllegalArgumentException if {@code count} is below 1
   */
  public static Mean of(
      float inputScale, int inputZeroPoint, float outputScale, int outputZeroPoint, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("no mean of " + count + " values");
    }
    QuantizedMultiplier ratio =
        QuantizedMultiplier.of(ScaleRatio.inDouble(inputScale, outputScale));
    int bits = Math.min(63 - Long.numberOfLeadingZeros(count), Math.min(32, 31 + ratio.shift()));
    int mantissa = (int) (((long) ratio.multiplier() << bits) / count);
    QuantizedMultiplier folded = new QuantizedMultiplier(mantissa, ratio.shift() - bits);
    return new Mean(inputZeroPoint, folded, count, outputZeroPoint);
  }

  /**
   * {@return the means}, in the order of the dimensions that are left
   *
   * @param shape the input's dimensions
   * @param axes the dimensions to reduce, each once; negative ones count from the last
   * @throws IllegalArgumentException if the input is not of the shape, or the axes do not hold
   *     {@code count} values
   */
  public byte[] execute(byte[] input, int[] shape, int[] axes) {
    boolean[] reduced = new boolean[shape.length];
    int values = 1;
    for (int axis : axes) {
      int i = axis < 0 ? axis + shape.length : axis;
      reduced[i] = true;
      values *= shape[i];
    }
    if (input.length != Broadcast.size(shape) || values != count) {
      throw new IllegalArgumentException(
          "%d values, means of %d, not of %d".formatted(input.length, values, count));
    }
    int[] sums = new int[input.length / count];
    add(input, shape, reduced, sums);
    byte[] output = new byte[sums.length];
    for (int i = 0; i < sums.length; i++) {
      int sum = sums[i] - inputZeroPoint * count;
      output[i] = ActivationClamp.FULL.apply(multiplier.apply(sum) + outputZeroPoint);
    }
    return output;
  }

  private static void add(byte[] input, int[] shape, boolean[] reduced, int[] sums) {
    int[] strides = new int[shape.length];
    int stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = reduced[i] ? 0 : stride;
      stride *= reduced[i] ? 1 : shape[i];
    }
    int[] index = new int[shape.length];
    int to = 0;
    for (byte value : input) {
      sums[to] += value;
      for (int i = shape.length - 1; i >= 0; i--) {
        to += strides[i];
        if (++index[i] < shape[i]) {
          break;
        }
        to -= strides[i] * shape[i];
        index[i] = 0;
      }
    }
  }
}
