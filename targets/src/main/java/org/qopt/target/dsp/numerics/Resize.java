package org.qopt.target.dsp.numerics;

import org.qopt.ir.type.Shape;

/** Pixels of an image as those of an image of another size. */
public final class Resize {
  private Resize() {}

  /**
   * {@return the element of {@code image}, NHWC, that each element of the result is}
   *
   * @param rows the row of the image that each row of the result is
   * @param columns the same for columns
   */
  public static int[] sources(Shape image, int[] rows, int[] columns) {
    int channels = image.size(3);
    int[] sources = new int[image.size(0) * rows.length * columns.length * channels];
    int next = 0;
    for (int n = 0; n < image.size(0); n++) {
      for (int row : rows) {
        for (int column : columns) {
          int pixel = (n * image.size(1) + row) * image.size(2) + column;
          for (int c = 0; c < channels; c++) {
            sources[next++] = pixel * channels + c;
          }
        }
      }
    }
    return sources;
  }
}
