package org.qopt.target.tpu.numerics;

import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;

/**
 * Convolution of each channel of int8 images by itself. Input channel c gives the output channels
 * {@code c * m} to {@code c * m + m - 1}, where m is the depth multiplier. Sums, bias and padding
 * are as those of {@link Conv2d}.
 */
public final class DepthwiseConv2d {
  private final Window2d window;
  private final int inputZeroPoint;
  private final int depthMultiplier;
  private final int[] bias;
  private final int[][] weights;
  private final Requantizer requantizer;

  /**
   * Prepares the weights.
   *
   * @param weights row, column, output channel, this last innermost; zero point 0
   * @param depthMultiplier output channels for each input channel, at least 1
   * @param bias one value for each output channel
   * @throws IllegalArgumentException if the numbers of weights, bias values or multipliers disagree
   */
  public DepthwiseConv2d(
      Window2d window,
      int inputZeroPoint,
      OutputStage output,
      byte[] weights,
      int depthMultiplier,
      int[] bias) {
    int positions = window.rows().kernel() * window.columns().kernel();
    if (weights.length != bias.length * positions || bias.length % depthMultiplier != 0) {
      throw new IllegalArgumentException(
          "%d weights for %d positions, %d channels, depth multiplier %d"
              .formatted(weights.length, positions, bias.length, depthMultiplier));
    }
    this.window = window;
    this.inputZeroPoint = inputZeroPoint;
    this.depthMultiplier = depthMultiplier;
    this.bias = bias.clone();
    this.weights = Widened.pixels(weights, bias.length, 1, 0);
    this.requantizer = new Requantizer(output, bias.length);
  }

  /**
   * {@return the result, of shape {@code shape.through(window, bias.length)}}
   *
   * @throws IllegalArgumentException if the input is not of the shape or has other channels
   */
  public byte[] execute(byte[] input, Nhwc shape) {
    shape.check(input, "input");
    if (shape.channels() * depthMultiplier != bias.length) {
      throw new IllegalArgumentException(
          shape.channels() + " channels, not " + bias.length / depthMultiplier + ": " + shape);
    }
    Nhwc result = shape.through(window, bias.length);
    byte[] output = new byte[result.size()];
    int[][] pixels = Widened.pixels(input, shape.channels(), depthMultiplier, inputZeroPoint);
    int[] accumulators = new int[bias.length];
    int at = 0;
    for (int b = 0; b < result.batch(); b++) {
      for (int y = 0; y < result.height(); y++) {
        for (int x = 0; x < result.width(); x++, at += bias.length) {
          System.arraycopy(bias, 0, accumulators, 0, bias.length);
          sumWindow(accumulators, pixels, shape, b, y, x);
          requantizer.store(accumulators, output, at);
        }
      }
    }
    return output;
  }

  private void sumWindow(int[] accumulators, int[][] pixels, Nhwc shape, int b, int y, int x) {
    Window1d rows = window.rows();
    Window1d columns = window.columns();
    int first = columns.firstInside(x);
    int end = columns.endInside(x, shape.width());
    int step = columns.dilation();
    int endRow = rows.endInside(y, shape.height());
    for (int ky = rows.firstInside(y); ky < endRow; ky++) {
      int line = (b * shape.height() + rows.start(y) + ky * rows.dilation()) * shape.width();
      int row = ky * columns.kernel();
      int from = line + columns.start(x);
      int kx = first;
      for (; kx + 3 <= end; kx += 3) {
        int p = from + kx * step;
        int k = row + kx;
        addThree(
            accumulators,
            pixels[p],
            pixels[p + step],
            pixels[p + 2 * step],
            weights[k],
            weights[k + 1],
            weights[k + 2]);
      }
      for (; kx < end; kx++) {
        addOne(accumulators, pixels[from + kx * step], weights[row + kx]);
      }
    }
  }

  private static void addThree(
      int[] accumulators, int[] x0, int[] x1, int[] x2, int[] w0, int[] w1, int[] w2) {
    for (int c = 0; c < accumulators.length; c++) {
      accumulators[c] += x0[c] * w0[c] + x1[c] * w1[c] + x2[c] * w2[c];
    }
  }

  private static void addOne(int[] accumulators, int[] x, int[] w) {
    for (int c = 0; c < accumulators.length; c++) {
      accumulators[c] += x[c] * w[c];
    }
  }
}
