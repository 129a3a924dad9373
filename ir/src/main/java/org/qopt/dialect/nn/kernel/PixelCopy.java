package org.qopt.dialect.nn.kernel;

import org.qopt.ir.type.Shape;

/**
 * Makes an NHWC image of the pixels of another, whose elements may be of any kind.
 *
 * @param image the shape of the one that pixels are taken of
 * @param rows for each row of the result, the row of the image
 * @param columns for each column of the result, the column of the image
 */
public record PixelCopy(Shape image, int[] rows, int[] columns) {

  /**
   * Fills the array {@code to} from the array {@code from}, which has elements of the same type.
   */
  public void copy(Object from, Object to) {
    int channels = image.size(3);
    int position = 0;
    for (int n = 0; n < image.size(0); n++) {
      for (int row : rows) {
        int line = (n * image.size(1) + row) * image.size(2);
        for (int column : columns) {
          System.arraycopy(from, (line + column) * channels, to, position, channels);
          position += channels;
        }
      }
    }
  }
}
