package org.qopt.target.simd;

import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window2d;

/**
 * A batch of images as floats, less the zero point, with the padding of a window around each: every
 * window lies within it.
 *
 * @param values batch, row, pixel, channel
 * @param shape the shape with the padding
 */
record PaddedImage(float[] values, Nhwc shape) {
  /** {@return the shape of images of shape {@code shape} with the padding of {@code window}} */
  static Nhwc shape(Nhwc shape, Window2d window, int channels) {
    return new Nhwc(
        shape.batch(),
        shape.height() + window.rows().padBefore() + window.rows().padAfter(),
        shape.width() + window.columns().padBefore() + window.columns().padAfter(),
        channels);
  }

  /**
   * {@return the images}
   *
   * @param copies how often each channel stands in a row
   * @param zeroPoint the byte that stands for 0
   */
  static PaddedImage of(byte[] input, Nhwc shape, Window2d window, int copies, int zeroPoint) {
    Nhwc padded = shape(shape, window, shape.channels() * copies);
    float[] values = new float[padded.size()];
    int line = shape.width() * shape.channels();
    int top = window.rows().padBefore();
    int left = window.columns().padBefore();
    for (int b = 0; b < shape.batch(); b++) {
      for (int y = 0; y < shape.height(); y++) {
        int from = (b * shape.height() + y) * line;
        int to = ((b * padded.height() + top + y) * padded.width() + left) * padded.channels();
        if (copies == 1) {
          widen(input, from, values, to, line, zeroPoint);
        } else {
          widen(input, from, values, to, line, copies, zeroPoint);
        }
      }
    }
    return new PaddedImage(values, padded);
  }

  private static void widen(
      byte[] input, int from, float[] values, int to, int count, int zeroPoint) {
    for (int i = 0; i < count; i++) {
      values[to + i] = input[from + i] - zeroPoint;
    }
  }

  private static void widen(
      byte[] input, int from, float[] values, int to, int count, int copies, int zeroPoint) {
    for (int i = 0; i < count; i++) {
      for (int copy = 0; copy < copies; copy++) {
        values[to + i * copies + copy] = input[from + i] - zeroPoint;
      }
    }
  }

  /**
   * {@return where the window of each result begins, in the order of the results}
   *
   * @param images the shape without padding
   */
  int[] places(Nhwc images, Window2d window) {
    Nhwc results = images.through(window, 1);
    int[] places = new int[results.size()];
    int at = 0;
    for (int b = 0; b < results.batch(); b++) {
      for (int y = 0; y < results.height(); y++) {
        int line = (b * shape.height() + y * window.rows().stride()) * shape.width();
        for (int x = 0; x < results.width(); x++) {
          places[at++] = (line + x * window.columns().stride()) * shape.channels();
        }
      }
    }
    return places;
  }
}
