package org.qopt.dialect.nn.kernel;

import java.util.Arrays;
import org.qopt.dialect.nn.attr.Activation;

/**
 * Sums of products, one for each output channel, in {@code double}. The loops run over neighbouring
 * channels so that the compiler turns them into vector instructions; for the same reason the sums
 * are of another type than the factors: it then knows that they are different arrays.
 */
final class Accumulator {
  private final double[] sums;

  Accumulator(int channels) {
    sums = new double[channels];
  }

  /** Starts with the bias from index {@code offset} on, or with 0 where there is none. */
  void start(float[] bias, int offset) {
    if (bias.length == 0) {
      Arrays.fill(sums, 0);
      return;
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] = bias[offset + i];
    }
  }

  /** Adds {@code factor} times the row of {@code rows} that begins at {@code offset}. */
  private void addRow(float factor, float[] rows, int offset) {
    double[] target = sums;
    double wide = factor;
    for (int i = 0; i < target.length; i++) {
      target[i] += wide * rows[offset + i];
    }
  }

  /** Adds the products of {@code count} factors and as many rows, {@code pitch} apart. */
  void addRows(float[] factors, int from, int count, float[] rows, int offset, int pitch) {
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      addFour(factors, from + i, rows, offset + i * pitch, pitch);
    }
    for (; i < count; i++) {
      addRow(factors[from + i], rows, offset + i * pitch);
    }
  }

  // Four rows a pass: the sums are read and written once instead of four times.
  private void addFour(float[] factors, int from, float[] rows, int offset, int pitch) {
    double[] target = sums;
    double f0 = factors[from];
    double f1 = factors[from + 1];
    double f2 = factors[from + 2];
    double f3 = factors[from + 3];
    int second = offset + pitch;
    int third = second + pitch;
    int fourth = third + pitch;
    for (int i = 0; i < target.length; i++) {
      target[i] +=
          f0 * rows[offset + i]
              + f1 * rows[second + i]
              + f2 * rows[third + i]
              + f3 * rows[fourth + i];
    }
  }

  /** Adds the products of neighbouring factors, one for each channel. */
  void addProducts(float[] a, int from, float[] b, int offset) {
    double[] target = sums;
    for (int i = 0; i < target.length; i++) {
      target[i] += (double) a[from + i] * b[offset + i];
    }
  }

  /** Adds the products of a depthwise filter that makes several channels of each. */
  void addRepeated(float[] a, int from, int multiplier, float[] b, int offset) {
    double[] target = sums;
    for (int i = 0; i < target.length; i++) {
      target[i] += (double) a[from + i / multiplier] * b[offset + i];
    }
  }

  /** Writes the sums, rounded and clamped, from index {@code offset} on. */
  void store(Activation activation, float[] result, int offset) {
    float min = activation.min();
    float max = activation.max();
    for (int i = 0; i < sums.length; i++) {
      result[offset + i] = Math.min(Math.max((float) sums[i], min), max);
    }
  }
}
