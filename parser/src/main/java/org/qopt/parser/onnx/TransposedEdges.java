package org.qopt.parser.onnx;

import java.util.Arrays;
import java.util.Optional;
import org.qopt.ir.type.Shape;

/**
 * What a transposed convolution cuts off its edges, and adds to them.
 *
 * @param padding top, bottom, left, right: cut off
 * @param added rows and columns at the end
 */
record TransposedEdges(long[] padding, long[] added) {
  private static final int SIDES = 2;

  /** {@return what the attributes of {@code node} say} */
  static TransposedEdges of(OnnxNode node, Shape image, WindowAttributes window) {
    long[] added = node.attributes().integers("output_padding").orElse(new long[SIDES]);
    if (added.length != SIDES || added[0] < 0 || added[1] < 0) {
      throw node.fault(
          "output_padding has 2 integers of at least 0, but got " + Arrays.toString(added));
    }
    String mode = node.attributes().string("auto_pad", "NOTSET");
    Optional<long[]> sizes = node.attributes().integers("output_shape");
    if (sizes.isPresent()) {
      return toSizes(node, image, window, added, sizes.get());
    }
    return switch (mode) {
      case "NOTSET" -> new TransposedEdges(WindowAttributes.explicit(node), added);
      case "VALID" -> new TransposedEdges(new long[2 * SIDES], added);
      case "SAME_UPPER", "SAME_LOWER" -> {
        // As many as leave a stride for each pixel, whatever their number.
        long[] padding = new long[2 * SIDES];
        for (int side = 0; side < SIDES; side++) {
          long total = window.reach(side) - window.strides()[side] + added[side];
          cut(padding, side, Math.max(0, total), mode);
        }
        yield new TransposedEdges(padding, added);
      }
      default -> throw node.fault("auto_pad \"" + mode + "\" is not one of ONNX's");
    };
  }

  private static TransposedEdges toSizes(
      OnnxNode node, Shape image, WindowAttributes window, long[] added, long[] sizes) {
    if (sizes.length != SIDES) {
      throw node.fault("output_shape has 2 integers for an image, but got " + sizes.length);
    }
    if (image.isDynamic(2) || image.isDynamic(3)) {
      throw node.fault(
          "output_shape depends on the input's height and width, which are not known: fix them"
              + " with --input-shape");
    }
    long[] padding = new long[2 * SIDES];
    long[] more = added.clone();
    for (int side = 0; side < SIDES; side++) {
      long starts = (image.dim(2 + side) - 1) * window.strides()[side];
      long total = starts + window.reach(side) + added[side] - sizes[side];
      if (sizes[side] < 1 || total < -window.strides()[side]) {
        throw node.fault(
            "output_shape %s is not what these windows make of [%s]"
                .formatted(Arrays.toString(sizes), image));
      }
      cut(padding, side, Math.max(0, total), node.attributes().string("auto_pad", "NOTSET"));
      more[side] += Math.max(0, -total);
    }
    return new TransposedEdges(padding, more);
  }

  private static void cut(long[] padding, int side, long total, String mode) {
    long less = total / 2;
    boolean upper = mode.equals("SAME_UPPER");
    padding[2 * side] = upper ? less : total - less;
    padding[2 * side + 1] = upper ? total - less : less;
  }
}
