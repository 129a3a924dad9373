package org.qopt.target.dsp.numerics;

import org.qopt.dialect.nn.kernel.Sliding;
import org.qopt.dialect.nn.shape.Window;
import org.qopt.ir.type.Shape;

/** Lays a window into the result for each pixel of an image, and tells which fall on a pixel. */
final class Spreading {
  private final Window window;
  private final Shape image;

  private Spreading(Window window, Shape image) {
    this.window = window;
    this.image = image;
  }

  /** Visits the pixels of {@code result} in order. */
  static void run(Window window, Shape image, Shape result, Sliding.Task task) {
    Spreading spreading = new Spreading(window, image);
    int pixel = 0;
    for (int n = 0; n < result.size(0); n++) {
      for (int y = 0; y < result.size(1); y++) {
        for (int x = 0; x < result.size(2); x++) {
          task.begin();
          spreading.cover(n, y + window.padding().top(), x + window.padding().left(), task);
          task.end(pixel++);
        }
      }
    }
  }

  private void cover(int n, int y, int x, Sliding.Task task) {
    for (int i = 0; i < window.height(); i++) {
      int row =
          source(y - i * window.dilations().height(), window.strides().height(), image.size(1));
      for (int j = 0; row >= 0 && j < window.width(); j++) {
        int column =
            source(x - j * window.dilations().width(), window.strides().width(), image.size(2));
        if (column >= 0) {
          task.cover(
              (n * image.size(1) + row) * image.size(2) + column, i * (int) window.width() + j, 1);
        }
      }
    }
  }

  /** {@return the pixel whose window begins at {@code place}, or -1 if there is none} */
  private static int source(int place, int stride, int size) {
    return place >= 0 && place % stride == 0 && place / stride < size ? place / stride : -1;
  }
}
