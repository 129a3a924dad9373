package org.qopt.parser.onnx;

import org.qopt.ir.type.Shape;
import org.qopt.parser.model.Attrs;
import org.qopt.parser.model.SamePadding;

/**
 * How a window moves over an image: the attributes that {@code Conv} and the pools share.
 *
 * @param kernel rows and columns of the window
 * @param strides how far it moves
 * @param dilations how far its elements are apart
 * @param padding top, bottom, left, right
 */
record WindowAttributes(long[] kernel, long[] strides, long[] dilations, long[] padding) {

  /** {@return the attributes of {@code node}, whose window has {@code kernel} rows and columns} */
  static WindowAttributes of(OnnxNode node, Shape image, long[] kernel) {
    WindowAttributes window = unpadded(node, kernel);
    return window.withPadding(padding(node, image, kernel, window.strides, window.dilations));
  }

  /** {@return these without padding} */
  static WindowAttributes unpadded(OnnxNode node, long[] kernel) {
    long[] stated = pair(node, "kernel_shape", kernel);
    if (stated[0] != kernel[0] || stated[1] != kernel[1]) {
      throw node.fault(
          "kernel_shape is %dx%d, but the filter is %dx%d"
              .formatted(stated[0], stated[1], kernel[0], kernel[1]));
    }
    long[] ones = {1, 1};
    long[] strides = pair(node, "strides", ones);
    long[] dilations = pair(node, "dilations", ones);
    return new WindowAttributes(kernel, strides, dilations, new long[4]);
  }

  private static long[] pair(OnnxNode node, String name, long[] absent) {
    long[] values = node.attributes().integers(name).orElse(absent);
    if (values.length != 2) {
      throw node.fault(name + " has 2 integers for an image, but got " + values.length);
    }
    if (values[0] < 1 || values[1] < 1) {
      throw node.fault(name + " is at least 1, but got " + Math.min(values[0], values[1]));
    }
    return values;
  }

  private static long[] padding(
      OnnxNode node, Shape image, long[] kernel, long[] strides, long[] dilations) {
    String mode = node.attributes().string("auto_pad", "NOTSET");
    switch (mode) {
      case "NOTSET" -> {
        return explicit(node);
      }
      case "VALID" -> {
        return new long[4];
      }
      case "SAME_UPPER", "SAME_LOWER" -> {
        if (image.isDynamic(2) || image.isDynamic(3)) {
          throw node.fault(
              "padding %s depends on the input's height and width, which are not known: fix them"
                      .formatted(mode)
                  + " with --input-shape");
        }
        SamePadding rows = SamePadding.of(image.dim(2), kernel[0], strides[0], dilations[0]);
        SamePadding columns = SamePadding.of(image.dim(3), kernel[1], strides[1], dilations[1]);
        if (mode.equals("SAME_LOWER")) {
          rows = rows.flipped();
          columns = columns.flipped();
        }
        return new long[] {rows.before(), rows.after(), columns.before(), columns.after()};
      }
      default -> throw node.fault("auto_pad \"" + mode + "\" is not one of ONNX's");
    }
  }

  /** {@return the padding that {@code node} lists; ONNX has all begins, then all ends} */
  static long[] explicit(OnnxNode node) {
    long[] pads = node.attributes().integers("pads").orElse(new long[4]);
    if (pads.length != 4) {
      throw node.fault("pads has 4 integers for an image, but got " + pads.length);
    }
    for (long pad : pads) {
      if (pad < 0) {
        throw node.fault("pads is at least 0, but got " + pad);
      }
    }
    return new long[] {pads[0], pads[2], pads[1], pads[3]};
  }

  /** {@return how many pixels the window spans, along the height (0) or the width (1)} */
  long reach(int side) {
    return (kernel[side] - 1) * dilations[side] + 1;
  }

  /** {@return these with other padding} */
  WindowAttributes withPadding(long... other) {
    return new WindowAttributes(kernel, strides, dilations, other);
  }

  /** {@return strides, dilations and padding as attributes of an operation} */
  Attrs attributes() {
    return poolAttributes().ints("dilations", dilations);
  }

  /** {@return strides and padding as attributes of an operation} */
  Attrs poolAttributes() {
    return new Attrs().ints("strides", strides).ints("padding", padding);
  }
}
