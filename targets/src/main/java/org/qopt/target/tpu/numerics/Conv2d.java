package org.qopt.target.tpu.numerics;

import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;

/**
 * Convolution of int8 images: products of offset inputs and weights are summed in int32, which
 * wraps around, on top of the bias; padding counts as real 0.
 */
public final class Conv2d {
  private final Window2d window;
  private final int inputZeroPoint;
  private final int inputChannels;
  private final int[] bias;
  private final WeightRows weights;
  private final Requantizer requantizer;

  /**
   * Prepares the weights.
   *
   * @param weights output channel, row, column, input channel, this last innermost; zero point 0
   * @param inputChannels at least 1
   * @param bias one value for each output channel
   * @throws IllegalArgumentException if the numbers of weights, bias values or multipliers disagree
   */
  public Conv2d(
      Window2d window,
      int inputZeroPoint,
      OutputStage output,
      byte[] weights,
      int inputChannels,
      int[] bias) {
    int inputs = window.rows().kernel() * window.columns().kernel() * inputChannels;
    if (weights.length != bias.length * inputs) {
      throw new IllegalArgumentException(
          "%d weights, not %d x %d".formatted(weights.length, bias.length, inputs));
    }
    this.window = window;
    this.inputZeroPoint = inputZeroPoint;
    this.inputChannels = inputChannels;
    this.bias = bias.clone();
    this.weights = WeightRows.transposed(weights, bias.length, inputs, 0);
    this.requantizer = new Requantizer(output, bias.length);
  }

  /**
   * {@return the result, of shape {@code shape.through(window, bias.length)}}
   *
   * @throws IllegalArgumentException if the input is not of the shape or has other channels
   */
  public byte[] execute(byte[] input, Nhwc shape) {
    shape.check(input, "input");
    if (shape.channels() != inputChannels) {
      throw new IllegalArgumentException(
          shape.channels() + " channels, not " + inputChannels + ": " + shape);
    }
    Nhwc result = shape.through(window, bias.length);
    byte[] output = new byte[result.size()];
    int[] offset = Widened.flat(input, inputZeroPoint);
    int[] accumulators = new int[bias.length];
    int at = 0;
    for (int b = 0; b < result.batch(); b++) {
      for (int y = 0; y < result.height(); y++) {
        for (int x = 0; x < result.width(); x++, at += bias.length) {
          System.arraycopy(bias, 0, accumulators, 0, bias.length);
          sumWindow(accumulators, offset, shape, b, y, x);
          requantizer.store(accumulators, output, at);
        }
      }
    }
    return output;
  }

  private void sumWindow(int[] accumulators, int[] input, Nhwc shape, int b, int y, int x) {
    Window1d rows = window.rows();
    Window1d columns = window.columns();
    int firstColumn = columns.firstInside(x);
    int columnCount = columns.endInside(x, shape.width()) - firstColumn;
    int left = columns.start(x) + firstColumn * columns.dilation();
    int endRow = rows.endInside(y, shape.height());
    for (int ky = rows.firstInside(y); ky < endRow && columnCount > 0; ky++) {
      int line = b * shape.height() + rows.start(y) + ky * rows.dilation();
      int from = (line * shape.width() + left) * inputChannels;
      int row = (ky * columns.kernel() + firstColumn) * inputChannels;
      if (columns.dilation() == 1) {
        // Neighbouring positions are contiguous in the image as they are in the weights.
        weights.accumulate(accumulators, input, from, row, columnCount * inputChannels);
        continue;
      }
      for (int kx = 0; kx < columnCount; kx++) {
        weights.accumulate(accumulators, input, from, row, inputChannels);
        from += columns.dilation() * inputChannels;
        row += inputChannels;
      }
    }
  }
}
