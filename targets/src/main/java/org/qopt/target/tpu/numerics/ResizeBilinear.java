package org.qopt.target.tpu.numerics;

import org.qopt.target.image.Nhwc;

/**
 * Images of another height and width: each pixel of the result is the mean of the four around its
 * place, weighted by their distance from it.
 *
 * @param rows where the rows of the result lie
 * @param columns where its columns lie
 * @param rounding how the mean becomes an integer: halves away from zero, or up if it is {@link
 *     Rounding#SINGLE}
 */
public record ResizeBilinear(ResizedAxis rows, ResizedAxis columns, Rounding rounding) {
  private static final long ONE = (long) ResizedAxis.ONE * ResizedAxis.ONE;

  /** {@return the result for int8} */
  public byte[] execute(byte[] input, Nhwc shape) {
    long[] sums = sums(Widened.flat(input, 0), shape);
    byte[] output = new byte[sums.length];
    for (int i = 0; i < output.length; i++) {
      output[i] = (byte) rounded(sums[i]);
    }
    return output;
  }

  /** {@return the result for int16} */
  public short[] execute(short[] input, Nhwc shape) {
    long[] sums = sums(Widened.flat(input), shape);
    short[] output = new short[sums.length];
    for (int i = 0; i < output.length; i++) {
      output[i] = (short) rounded(sums[i]);
    }
    return output;
  }

  /** The results with 20 fraction bits. */
  private long[] sums(int[] input, Nhwc shape) {
    int channels = shape.channels();
    Nhwc result = new Nhwc(shape.batch(), rows.output(), columns.output(), channels);
    long[] sums = new long[result.size()];
    int at = 0;
    for (int b = 0; b < result.batch(); b++) {
      for (int y = 0; y < result.height(); y++) {
        int row = rows.place(y);
        int top = (b * shape.height() + rows.before(row)) * shape.width();
        int bottom = (b * shape.height() + rows.behind(row)) * shape.width();
        long down = row - (long) rows.before(row) * ResizedAxis.ONE;
        for (int x = 0; x < result.width(); x++, at += channels) {
          int column = columns.place(x);
          int left = columns.before(column);
          int right = columns.behind(column);
          long across = column - (long) left * ResizedAxis.ONE;
          long back = ResizedAxis.ONE - across;
          long up = ResizedAxis.ONE - down;
          add(sums, at, input, (top + left) * channels, channels, up * back);
          add(sums, at, input, (top + right) * channels, channels, up * across);
          add(sums, at, input, (bottom + left) * channels, channels, down * back);
          add(sums, at, input, (bottom + right) * channels, channels, down * across);
        }
      }
    }
    return sums;
  }

  private static void add(long[] sums, int at, int[] input, int from, int channels, long weight) {
    for (int c = 0; c < channels; c++) {
      sums[at + c] += weight * input[from + c];
    }
  }

  private long rounded(long sum) {
    if (rounding == Rounding.SINGLE) {
      return Math.floorDiv(sum + ONE / 2, ONE);
    }
    return (sum > 0 ? sum + ONE / 2 : sum - ONE / 2) / ONE;
  }
}
