package org.qopt.target.tpu.numerics;

import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;

/**
 * Transposed convolution of images of int8 or int16 by int8 weights: each pixel is spread over a
 * window of the result, on top of the bias.
 */
public final class TransposedConv2d {
  private final Window2d window;
  private final int groups;
  private final long[] bias;
  private final int inputs;
  private final long[] rows;
  private final OutputStage stage;

  /**
   * Prepares the weights.
   *
   * @param window how the window moves over the result; its padding is cut off
   * @param groups into how many equal parts the channels are cut
   * @param weights output channel, row, column, input channel of the group; zero point 0
   * @param bias one value for each output channel
   */
  public TransposedConv2d(
      Window2d window, int groups, byte[] weights, long[] bias, OutputStage stage) {
    this.window = window;
    this.groups = groups;
    this.bias = bias.clone();
    this.stage = stage;
    int outputs = bias.length;
    int products = outputs == 0 ? 0 : weights.length / outputs;
    inputs = products / (window.rows().kernel() * window.columns().kernel());
    rows = new long[weights.length];
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < products; i++) {
        rows[i * outputs + o] = weights[o * products + i];
      }
    }
  }

  /**
   * {@return the result for int8}
   *
   * @param inputZeroPoint the byte that stands for 0
   * @param result its shape
   */
  public byte[] execute(byte[] input, int inputZeroPoint, Nhwc shape, Nhwc result) {
    byte[] output = new byte[result.size()];
    run(
        Widened.flat(input, inputZeroPoint),
        shape,
        result,
        (at, value) -> output[at] = (byte) value);
    return output;
  }

  /** {@return the result for int16} */
  public short[] execute(short[] input, Nhwc shape, Nhwc result) {
    short[] output = new short[result.size()];
    run(Widened.flat(input), shape, result, (at, value) -> output[at] = (short) value);
    return output;
  }

  /** Where results go. */
  private interface Results {
    void store(int at, int value);
  }

  private void run(int[] input, Nhwc shape, Nhwc result, Results output) {
    long[] sums = new long[bias.length];
    int at = 0;
    for (int b = 0; b < result.batch(); b++) {
      for (int y = 0; y < result.height(); y++) {
        for (int x = 0; x < result.width(); x++) {
          System.arraycopy(bias, 0, sums, 0, sums.length);
          gather(sums, input, shape, b, y, x);
          for (int o = 0; o < sums.length; o++) {
            int scaled = stage.scaling().apply(o, sums[o]) + stage.zeroPoint();
            output.store(at++, stage.clamp().cut(scaled));
          }
        }
      }
    }
  }

  private void gather(long[] sums, int[] input, Nhwc shape, int b, int y, int x) {
    for (int ky = 0; ky < window.rows().kernel(); ky++) {
      int row = source(window.rows(), y, ky);
      if (row < 0 || row >= shape.height()) {
        continue;
      }
      for (int kx = 0; kx < window.columns().kernel(); kx++) {
        int column = source(window.columns(), x, kx);
        if (column >= 0 && column < shape.width()) {
          int pixel = (b * shape.height() + row) * shape.width() + column;
          int position = ky * window.columns().kernel() + kx;
          add(sums, input, pixel * shape.channels(), position);
        }
      }
    }
  }

  private void add(long[] sums, int[] input, int from, int position) {
    int outputs = sums.length / groups;
    for (int g = 0; g < groups; g++) {
      for (int i = 0; i < inputs; i++) {
        int value = input[from + g * inputs + i];
        int row = (position * inputs + i) * sums.length;
        for (int o = g * outputs; o < (g + 1) * outputs; o++) {
          sums[o] += value * rows[row + o];
        }
      }
    }
  }

  /** The element whose window has position {@code position} at {@code place}; -1 if none has. */
  private static int source(Window1d window, int place, int position) {
    int start = place + window.padBefore() - position * window.dilation();
    return start >= 0 && start % window.stride() == 0 ? start / window.stride() : -1;
  }
}
