package org.qopt.target.tpu.numerics;

import java.util.function.IntUnaryOperator;

/**
 * The mean of int8 or int16 values over some dimensions: their sum in int32, less the zero point
 * for each, times one multiplier that contains the division by their number.
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
    int[] results = execute(i -> input[i], input.length, shape, axes);
    byte[] output = new byte[results.length];
    for (int i = 0; i < output.length; i++) {
      output[i] = ActivationClamp.FULL.apply(results[i]);
    }
    return output;
  }

  /** {@return the means of int16 values}; otherwise as for int8 */
  public short[] execute(short[] input, int[] shape, int[] axes) {
    int[] results = execute(i -> input[i], input.length, shape, axes);
    short[] output = new short[results.length];
    for (int i = 0; i < output.length; i++) {
      output[i] = (short) ActivationClamp.FULL16.cut(results[i]);
    }
    return output;
  }

  private int[] execute(IntUnaryOperator input, int length, int[] shape, int[] axes) {
    boolean[] reduced = new boolean[shape.length];
    int values = 1;
    for (int axis : axes) {
      int i = axis < 0 ? axis + shape.length : axis;
      reduced[i] = true;
      values *= shape[i];
    }
    if (length != Broadcast.size(shape) || values != count) {
      throw new IllegalArgumentException(
          "%d values, means of %d, not of %d".formatted(length, values, count));
    }
    int[] sums = new int[length / count];
    add(input, length, shape, reduced, sums);
    for (int i = 0; i < sums.length; i++) {
      sums[i] = multiplier.apply(sums[i] - inputZeroPoint * count) + outputZeroPoint;
    }
    return sums;
  }

  private static void add(
      IntUnaryOperator input, int length, int[] shape, boolean[] reduced, int[] sums) {
    int[] strides = new int[shape.length];
    int stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = reduced[i] ? 0 : stride;
      stride *= reduced[i] ? 1 : shape[i];
    }
    int[] index = new int[shape.length];
    int to = 0;
    for (int at = 0; at < length; at++) {
      sums[to] += input.applyAsInt(at);
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
