package org.qopt.target.tpu.numerics;

import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;

/**
 * Replaces each window of an int16 image, channel by channel, by its mean or its largest value;
 * padding takes no part.
 *
 * @param window how the window moves
 * @param mean whether means are taken, halves away from zero, not the largest
 * @param clamp the interval of the result
 */
public record WidePool2d(Window2d window, boolean mean, ActivationClamp clamp) {
  /** {@return the result, of shape {@code shape.through(window, shape.channels())}} */
  public short[] execute(short[] input, Nhwc shape) {
    Nhwc result = shape.through(window, shape.channels());
    short[] output = new short[result.size()];
    int at = 0;
    for (int b = 0; b < result.batch(); b++) {
      for (int y = 0; y < result.height(); y++) {
        for (int x = 0; x < result.width(); x++) {
          for (int c = 0; c < shape.channels(); c++) {
            output[at++] = (short) clamp.cut(value(input, shape, b, y, x, c));
          }
        }
      }
    }
    return output;
  }

  private int value(short[] input, Nhwc shape, int b, int y, int x, int c) {
    Window1d rows = window.rows();
    Window1d columns = window.columns();
    int sum = 0;
    int largest = Short.MIN_VALUE;
    int count = 0;
    for (int ky = rows.firstInside(y); ky < rows.endInside(y, shape.height()); ky++) {
      int line = b * shape.height() + rows.start(y) + ky * rows.dilation();
      for (int kx = columns.firstInside(x); kx < columns.endInside(x, shape.width()); kx++) {
        int pixel = line * shape.width() + columns.start(x) + kx * columns.dilation();
        int value = input[pixel * shape.channels() + c];
        sum += value;
        largest = Math.max(largest, value);
        count++;
      }
    }
    int half = count / 2;
    return mean ? (sum > 0 ? sum + half : sum - half) / count : largest;
  }
}
