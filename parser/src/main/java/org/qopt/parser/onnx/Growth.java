package org.qopt.parser.onnx;

import java.util.Arrays;
import java.util.Optional;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.Attrs;

/**
 * How much an image grows along its height and width. Models have it in their own layout, NCHW, or,
 * where they were converted from TensorFlow, with channels last.
 *
 * @param channelsLast whether the model's own layout is NHWC
 * @param image the shape of the image in the model's layout
 * @param scales how much height and width grow, as far as that is known
 * @param sizes height and width of the result, where no scales lead to them
 */
record Growth(boolean channelsLast, Shape image, float[] scales, Optional<long[]> sizes) {

  /** {@return what a scale for each of the four axes of input 0 of {@code node} means} */
  static Growth byScales(OnnxNode node, float[] scales) {
    boolean last = scales[3] == 1 && scales[1] != 1;
    if (scales[0] != 1 || scales[last ? 3 : 1] != 1) {
      throw node.fault(
          "only height and width of an image may grow, but the scales are "
              + Arrays.toString(scales));
    }
    int rows = last ? 1 : 2;
    return new Growth(
        last, node.image(0), new float[] {scales[rows], scales[rows + 1]}, Optional.empty());
  }

  /**
   * {@return what a size for each of the four axes of the result means} Runtimes of ONNX divide by
   * the quotient of the sizes: that is a scale, where it leads back to the sizes.
   */
  static Growth toSizes(OnnxNode node, long[] sizes) {
    Shape image = node.image(0);
    boolean last = sizes[3] == image.dim(3) && sizes[1] != image.dim(1);
    int channels = last ? 3 : 1;
    if (sizes[0] != image.dim(0) || sizes[channels] != image.dim(channels)) {
      throw node.fault(
          "only height and width of an image may grow, but [%s] becomes %s"
              .formatted(image, Arrays.toString(sizes)));
    }
    int rows = last ? 1 : 2;
    float[] scales = new float[2];
    boolean lead = true;
    for (int i = 0; i < scales.length; i++) {
      float size = image.dim(rows + i);
      scales[i] = sizes[rows + i] / size;
      lead &= !image.isDynamic(rows + i) && (long) (scales[i] * size) == sizes[rows + i];
    }
    long[] both = {sizes[rows], sizes[rows + 1]};
    return new Growth(last, image, scales, lead ? Optional.empty() : Optional.of(both));
  }

  /** {@return whether the scales make whole pixels of the image} */
  boolean isExact() {
    for (int i = 0; i < scales.length; i++) {
      int axis = (channelsLast ? 1 : 2) + i;
      double size = scales[i] * (image.isDynamic(axis) ? 1.0 : image.dim(axis));
      if (size != Math.rint(size)) {
        return false;
      }
    }
    return true;
  }

  /** {@return the attributes of an operation that say this} */
  Attrs attributes() {
    return sizes.isPresent()
        ? new Attrs().ints("sizes", sizes.get())
        : new Attrs().floats("scales", scales);
  }
}
