package org.qopt.dialect.nn.kernel;

import org.qopt.dialect.nn.attr.Resampling;
import org.qopt.dialect.nn.shape.ResizeShapes;
import org.qopt.dialect.nn.shape.ResizedAxis;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.type.Shape;

/** The kernel of {@code nn.resize}. */
public final class ResizeKernel {
  private ResizeKernel() {}

  /** {@return the kernel} */
  public static Kernel resize(Operation operation) {
    Resampling resampling = Resampling.of(operation);
    return FloatKernels.of(
            ResizeShapes::resize,
            _ ->
                (input, operands, shape, result) -> {
                  if (result.length == 0) {
                    return;
                  }
                  Image image = new Image(operands.getFirst(), input.shape(0));
                  switch (resampling.mode()) {
                    case NEAREST ->
                        new PixelCopy(
                                input.shape(0),
                                ResizeShapes.axis(input, shape, 1).nearest(resampling),
                                ResizeShapes.axis(input, shape, 2).nearest(resampling))
                            .copy(operands.getFirst(), result);
                    case BILINEAR -> bilinear(image, input, resampling, shape, result);
                  }
                })
        .prepare(operation);
  }

  /** The pixels of NHWC images. */
  private record Image(float[] elements, Shape shape) {
    int pixel(int n, int y, int x) {
      return ((n * shape.size(1) + y) * shape.size(2) + x) * shape.size(3);
    }
  }

  private static void bilinear(
      Image image, ShapeInput input, Resampling resampling, Shape shape, float[] result) {
    ResizedAxis vertical = ResizeShapes.axis(input, shape, 1);
    ResizedAxis horizontal = ResizeShapes.axis(input, shape, 2);
    float[] rows = vertical.places(resampling.coordinates());
    float[] columns = horizontal.places(resampling.coordinates());
    int to = 0;
    for (int n = 0; n < shape.size(0); n++) {
      for (float y : rows) {
        int above = (int) y;
        int below = Math.min(above + 1, vertical.input() - 1);
        for (float x : columns) {
          int left = (int) x;
          int right = Math.min(left + 1, horizontal.input() - 1);
          int[] corners = {
            image.pixel(n, above, left),
            image.pixel(n, above, right),
            image.pixel(n, below, left),
            image.pixel(n, below, right)
          };
          blend(image.elements(), corners, y - above, x - left, result, to, shape.size(3));
          to += shape.size(3);
        }
      }
    }
  }

  private static void blend(
      float[] image, int[] corners, float down, float right, float[] result, int to, int channels) {
    double w0 = (1.0 - down) * (1.0 - right);
    double w1 = (1.0 - down) * right;
    double w2 = down * (1.0 - right);
    double w3 = (double) down * right;
    for (int c = 0; c < channels; c++) {
      result[to + c] =
          (float)
              (w0 * image[corners[0] + c]
                  + w1 * image[corners[1] + c]
                  + w2 * image[corners[2] + c]
                  + w3 * image[corners[3] + c]);
    }
  }
}
