package org.qopt.target.tpu.numerics;

import java.util.Arrays;
import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;

/**
 * Replaces each window of an image of int8 or int16, channel by channel, by one value of the same
 * scale and zero point.
 */
public sealed interface Pool2d permits AveragePool2d, MaxPool2d {
  /** {@return how the window moves; padding takes no part in a result} */
  Window2d window();

  /** {@return the interval of the result} */
  ActivationClamp clamp();

  /** {@return what the accumulator of a window starts with} */
  int start();

  /** {@return the accumulator after one more value} */
  int take(int accumulator, int value);

  /** {@return the result of a window with {@code count} pixels} */
  int finish(int accumulator, int count);

  /** What the accumulators, one for each channel, get from the pixel that begins at an index. */
  interface Pixels {
    /** Takes the pixel that begins at {@code from}. */
    void take(int[] accumulators, int from);
  }

  /** Where results go. */
  interface Results {
    /** Stores the result at an index. */
    void store(int at, int value);
  }

  /**
   * {@return the result, of shape {@code shape.through(window(), shape.channels())}}
   *
   * @throws IllegalArgumentException if the input is not of the shape, or a window lies wholly in
   *     the padding
   */
  default byte[] execute(byte[] input, Nhwc shape) {
    shape.check(input, "input");
    byte[] output = new byte[shape.through(window(), shape.channels()).size()];
    execute(
        shape,
        (accumulators, from) -> {
          for (int c = 0; c < accumulators.length; c++) {
            accumulators[c] = take(accumulators[c], input[from + c]);
          }
        },
        (at, value) -> output[at] = (byte) value);
    return output;
  }

  /** {@return the result for int16} */
  default short[] execute(short[] input, Nhwc shape) {
    short[] output = new short[shape.through(window(), shape.channels()).size()];
    execute(
        shape,
        (accumulators, from) -> {
          for (int c = 0; c < accumulators.length; c++) {
            accumulators[c] = take(accumulators[c], input[from + c]);
          }
        },
        (at, value) -> output[at] = (short) value);
    return output;
  }

  private void execute(Nhwc shape, Pixels input, Results output) {
    Nhwc result = shape.through(window(), shape.channels());
    int[] accumulators = new int[shape.channels()];
    int at = 0;
    for (int b = 0; b < result.batch(); b++) {
      for (int y = 0; y < result.height(); y++) {
        for (int x = 0; x < result.width(); x++) {
          Arrays.fill(accumulators, start());
          int count = window(accumulators, input, shape, b, y, x);
          for (int accumulator : accumulators) {
            output.store(at++, clamp().cut(finish(accumulator, count)));
          }
        }
      }
    }
  }

  private int window(int[] accumulators, Pixels input, Nhwc shape, int b, int y, int x) {
    Window1d rows = window().rows();
    Window1d columns = window().columns();
    int count = 0;
    for (int ky = rows.firstInside(y); ky < rows.endInside(y, shape.height()); ky++) {
      int line = b * shape.height() + rows.start(y) + ky * rows.dilation();
      for (int kx = columns.firstInside(x); kx < columns.endInside(x, shape.width()); kx++) {
        int pixel = line * shape.width() + columns.start(x) + kx * columns.dilation();
        input.take(accumulators, pixel * shape.channels());
        count++;
      }
    }
    if (count == 0) {
      throw new IllegalArgumentException(
          "a window of " + window() + " lies in the padding of " + shape);
    }
    return count;
  }
}
