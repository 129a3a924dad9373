package org.qopt.target.cpu.numerics;

import org.qopt.dialect.nn.shape.Window;
import org.qopt.ir.type.Shape;

/**
 * Convolution of int8 images as QLinearConv computes it: int32 sums of products, which wrap around,
 * on top of the bias; padding counts as real 0. Depthwise convolutions have as many groups as
 * channels, and matrix products are convolutions of images of one pixel.
 */
public final class Convolution {
  private final Window window;
  private final int groups;
  private final int zeroPoint;
  private final int[] bias;
  private final Requantizer requantizer;

  /** For each tap and input channel of a group, a row of all output channels. */
  private final int[][] rows;

  /**
   * Prepares the weights.
   *
   * @param window how the filter moves
   * @param groups into how many equal parts the channels are cut
   * @param zeroPoint the byte that stands for 0 in the input
   * @param weights output channel, row, column, input channel of the group
   * @param bias one value for each output channel
   */
  public Convolution(
      Window window,
      int groups,
      int zeroPoint,
      byte[] weights,
      int[] bias,
      Requantizer requantizer) {
    this.window = window;
    this.groups = groups;
    this.zeroPoint = zeroPoint;
    this.bias = bias.clone();
    this.requantizer = requantizer;
    int outputs = bias.length;
    this.rows = new int[outputs == 0 ? 0 : weights.length / outputs][outputs];
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < rows.length; i++) {
        rows[i][o] = weights[o * rows.length + i];
      }
    }
  }

  /** {@return the results, in the shape {@code to}} */
  public byte[] execute(byte[] image, Shape from, Shape to) {
    byte[] output = new byte[Math.toIntExact(to.elements())];
    int[] sums = new int[bias.length];
    int at = 0;
    for (int n = 0; n < to.size(0); n++) {
      for (int y = 0; y < to.size(1); y++) {
        for (int x = 0; x < to.size(2); x++) {
          System.arraycopy(bias, 0, sums, 0, sums.length);
          sum(image, from, n, y, x, sums);
          for (int o = 0; o < sums.length; o++) {
            output[at++] = requantizer.apply(o, sums[o]);
          }
        }
      }
    }
    return output;
  }

  private void sum(byte[] image, Shape from, int n, int y, int x, int[] sums) {
    int tap = 0;
    for (int ky = 0; ky < window.height(); ky++) {
      int row =
          y * window.strides().height() + ky * window.dilations().height() - window.padding().top();
      for (int kx = 0; kx < window.width(); kx++, tap++) {
        int column =
            x * window.strides().width()
                + kx * window.dilations().width()
                - window.padding().left();
        if (row >= 0 && row < from.size(1) && column >= 0 && column < from.size(2)) {
          int pixel = (n * from.size(1) + row) * from.size(2) + column;
          sum(image, pixel * from.size(3), from.size(3), tap, sums);
        }
      }
    }
  }

  private void sum(byte[] image, int pixel, int channels, int tap, int[] sums) {
    int inputs = channels / groups;
    int outputs = sums.length / groups;
    for (int c = 0; c < channels; c++) {
      int value = image[pixel + c] - zeroPoint;
      int[] row = rows[tap * inputs + c % inputs];
      int first = c / inputs * outputs;
      for (int o = first; o < first + outputs; o++) {
        sums[o] += value * row[o];
      }
    }
  }
}
