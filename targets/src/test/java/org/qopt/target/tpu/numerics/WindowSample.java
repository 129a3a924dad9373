package org.qopt.target.tpu.numerics;

import java.util.Random;
import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;

/**
 * A small random image and a window over it, padded unevenly, strided and dilated.
 *
 * @param input the image's values
 */
record WindowSample(Nhwc shape, Window2d window, byte[] input) {
  static WindowSample of(Random random) {
    Nhwc shape =
        new Nhwc(
            random.nextInt(1, 3), random.nextInt(1, 8), random.nextInt(1, 8), random.nextInt(1, 7));
    byte[] input = new byte[shape.size()];
    random.nextBytes(input);
    return new WindowSample(shape, new Window2d(window(random), window(random)), input);
  }

  private static Window1d window(Random random) {
    return new Window1d(
        random.nextInt(1, 5),
        random.nextInt(1, 4),
        random.nextInt(1, 4),
        random.nextInt(0, 4),
        random.nextInt(0, 4));
  }

  /** What is done with the pixels that a window covers. */
  @FunctionalInterface
  interface Visitor {
    /**
     * @param position the place in the window, row by row
     * @param value the place of the pixel's first channel
     */
    void visit(int position, int value);
  }

  /** Visits the pixels under the window of one output, by the definition of a window. */
  void visit(int b, int y, int x, Visitor visitor) {
    Window1d rows = window.rows();
    Window1d columns = window.columns();
    for (int ky = 0; ky < rows.kernel(); ky++) {
      for (int kx = 0; kx < columns.kernel(); kx++) {
        int iy = y * rows.stride() + ky * rows.dilation() - rows.padBefore();
        int ix = x * columns.stride() + kx * columns.dilation() - columns.padBefore();
        if (iy >= 0 && iy < shape.height() && ix >= 0 && ix < shape.width()) {
          int pixel = (b * shape.height() + iy) * shape.width() + ix;
          visitor.visit(ky * columns.kernel() + kx, pixel * shape.channels());
        }
      }
    }
  }

  /** What an output is, given its place. */
  @FunctionalInterface
  interface Definition {
    byte at(int b, int y, int x, int channel);
  }

  /** {@return all outputs by their definition} */
  byte[] outputs(int channels, Definition definition) {
    Nhwc result = shape.through(window, channels);
    byte[] output = new byte[result.size()];
    for (int i = 0; i < output.length; i++) {
      int pixel = i / channels;
      int x = pixel % result.width();
      int y = pixel / result.width() % result.height();
      output[i] = definition.at(pixel / (result.width() * result.height()), y, x, i % channels);
    }
    return output;
  }
}
