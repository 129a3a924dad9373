package org.qopt.dialect.nn.shape;

import java.util.Optional;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.attribute.DenseFloatArrayAttr;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.type.Shape;

/** The shapes of images whose height and width change. */
public final class ResizeShapes {
  private ResizeShapes() {}

  /** {@return the shape of {@code nn.resize}: N, the new height and width, C} */
  public static Shape resize(ShapeInput input) {
    ShapeCheck.require(ResizeShapes::oneOfTwo, input);
    ShapeCheck.require(ResizeShapes::pixels, input);
    Shape image = input.shape(0, 4);
    return Shape.of(image.dim(0), size(input, 1), size(input, 2), image.dim(3));
  }

  /**
   * {@return where the pixels of a result of shape {@code result} lie along axis {@code axis}, 1 or
   * 2, of the image; neither is empty}
   */
  public static ResizedAxis axis(ShapeInput input, Shape result, int axis) {
    return new ResizedAxis(input.shape(0).size(axis), result.size(axis), scale(input, axis));
  }

  /** Checks that the size of the result is told, and once. */
  public static Optional<String> oneOfTwo(ShapeInput input) {
    boolean sizes = input.attributes().find("sizes").isPresent();
    boolean scales = input.attributes().find("scales").isPresent();
    return sizes == scales
        ? Optional.of(
            "expected one of 'sizes' and 'scales', but got " + (sizes ? "both" : "neither"))
        : Optional.empty();
  }

  /** Checks that the image has pixels if the result does. */
  public static Optional<String> pixels(ShapeInput input) {
    if (oneOfTwo(input).isPresent()) {
      return Optional.empty();
    }
    Shape image = input.shape(0, 4);
    for (int axis = 1; axis <= 2; axis++) {
      long size = size(input, axis);
      if (image.dim(axis) == 0 && size > 0) {
        return Optional.of(
            "expected an image with pixels to make %d of along axis %d, but got shape [%s]"
                .formatted(size, axis, image));
      }
    }
    return Optional.empty();
  }

  private static long size(ShapeInput input, int axis) {
    Optional<Float> scale = scale(input, axis);
    if (scale.isEmpty()) {
      Spatial sizes = Spatial.of(input.ints("sizes", 2, 1));
      return axis == 1 ? sizes.height() : sizes.width();
    }
    long dim = input.shape(0, 4).dim(axis);
    return dim == Shape.DYNAMIC ? Shape.DYNAMIC : (long) (scale.get() * (float) dim);
  }

  private static Optional<Float> scale(ShapeInput input, int axis) {
    return input
        .attributes()
        .find("scales")
        .map(
            scales -> {
              if (scales instanceof DenseFloatArrayAttr(_, var values) && values.length() == 2) {
                return (float) values.get(axis - 1);
              }
              throw new InferenceException("expected 'scales' of 2 numbers, but got " + scales);
            });
  }
}
