package org.qopt.target.tpu.numerics;

import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;

/**
 * Convolution of int16 images by int8 weights; sums are kept in 64 bits. Padding counts as 0.
 *
 * @param window how the window moves
 * @param weights for each result the weights of its channel, as {@code layout} finds them
 * @param layout where weights stand
 * @param bias one value for each output channel
 * @param scaling what sums are multiplied by
 * @param clamp the interval of the result
 */
public record WideFilter(
    Window2d window,
    byte[] weights,
    Layout layout,
    long[] bias,
    AccumulatorScaling scaling,
    ActivationClamp clamp) {
  /**
   * Which inputs an output channel sums, and where their weights stand.
   *
   * @param inputs input channels of an output channel
   * @param sharing output channels that sum the same input channels
   * @param depthwise whether output channels lie beside each other in the weights, not behind
   */
  public record Layout(int inputs, int sharing, boolean depthwise) {}

  /** {@return the result, of shape {@code shape.through(window, bias.length)}} */
  public short[] execute(short[] input, Nhwc shape) {
    Nhwc result = shape.through(window, bias.length);
    short[] output = new short[result.size()];
    int at = 0;
    for (int b = 0; b < result.batch(); b++) {
      for (int y = 0; y < result.height(); y++) {
        for (int x = 0; x < result.width(); x++) {
          for (int o = 0; o < bias.length; o++) {
            long sum = bias[o] + sum(input, shape, b, y, x, o);
            output[at++] = (short) clamp.cut(scaling.apply(o, sum));
          }
        }
      }
    }
    return output;
  }

  private long sum(short[] input, Nhwc shape, int b, int y, int x, int o) {
    Window1d rows = window.rows();
    Window1d columns = window.columns();
    int first = o / layout.sharing() * layout.inputs();
    long sum = 0;
    for (int ky = rows.firstInside(y); ky < rows.endInside(y, shape.height()); ky++) {
      int line = b * shape.height() + rows.start(y) + ky * rows.dilation();
      for (int kx = columns.firstInside(x); kx < columns.endInside(x, shape.width()); kx++) {
        int pixel = line * shape.width() + columns.start(x) + kx * columns.dilation();
        int from = pixel * shape.channels() + first;
        int position = ky * columns.kernel() + kx;
        for (int i = 0; i < layout.inputs(); i++) {
          sum += (long) input[from + i] * weights[weight(o, position, i)];
        }
      }
    }
    return sum;
  }

  private int weight(int output, int position, int input) {
    int positions = window.rows().kernel() * window.columns().kernel();
    return layout.depthwise()
        ? position * bias.length + output
        : (output * positions + position) * layout.inputs() + input;
  }
}
