package org.qopt.parser.onnx;

import java.util.List;
import org.qopt.dialect.nn.AvgPool2dOp;
import org.qopt.dialect.nn.MaxPool2dOp;
import org.qopt.dialect.nn.MeanOp;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.Attrs;

/** Pools of images. */
final class Pooling {
  private Pooling() {}

  static void max(OnnxNode node) {
    node.requireInputs(1, 1);
    if (node.attributes().integer("storage_order", 0) != 0) {
      throw node.fault("storage_order 1 is not supported; only 0 is");
    }
    WindowAttributes window = window(node, false);
    node.finishChannelsLast(
        node.create(
            MaxPool2dOp.DEF,
            List.of(node.imageInput(0)),
            window.poolAttributes().ints("kernel", window.kernel()).build()));
  }

  static void average(OnnxNode node) {
    node.requireInputs(1, 1);
    boolean counted = node.attributes().integer("count_include_pad", 0) != 0;
    WindowAttributes window = window(node, counted);
    node.finishChannelsLast(
        node.create(
            AvgPool2dOp.DEF,
            List.of(node.imageInput(0)),
            window
                .poolAttributes()
                .ints("kernel", window.kernel())
                .bool("count_include_pad", counted)
                .build()));
  }

  static void globalAverage(OnnxNode node) {
    node.requireInputs(1, 1);
    node.finishChannelsLast(
        node.create(
            MeanOp.DEF,
            List.of(node.imageInput(0)),
            new Attrs().ints("axes", 1, 2).bool("keep_dims", true).build()));
  }

  private static WindowAttributes window(OnnxNode node, boolean padsCounted) {
    Shape image = node.image(0);
    long[] kernel =
        node.attributes()
            .integers("kernel_shape")
            .orElseThrow(() -> node.fault("kernel_shape is missing"));
    if (kernel.length != 2) {
      throw node.fault("kernel_shape has 2 integers for an image, but got " + kernel.length);
    }
    WindowAttributes window = WindowAttributes.of(node, image, kernel);
    if (window.dilations()[0] != 1 || window.dilations()[1] != 1) {
      throw node.fault("dilations other than 1 are not supported in pools");
    }
    return node.attributes().integer("ceil_mode", 0) == 0
        ? window
        : roundedUp(node, image, window, padsCounted);
  }

  // Rounding the number of positions up is the same as padding at the end up to the last one.
  private static WindowAttributes roundedUp(
      OnnxNode node, Shape image, WindowAttributes window, boolean padsCounted) {
    if (image.isDynamic(2) || image.isDynamic(3)) {
      throw node.fault(
          "ceil_mode depends on the input's height and width, which are not known: fix them with"
              + " --input-shape");
    }
    long[] pads = window.padding();
    long bottom = extra(window, 0, image.dim(2), pads[0], pads[1]);
    long right = extra(window, 1, image.dim(3), pads[2], pads[3]);
    if (padsCounted && bottom + right > 0) {
      throw node.fault("ceil_mode together with count_include_pad is not supported");
    }
    return window.withPadding(pads[0], pads[1] + bottom, pads[2], pads[3] + right);
  }

  private static long extra(WindowAttributes window, int side, long size, long before, long after) {
    long room = size + before + after - window.kernel()[side];
    long stride = window.strides()[side];
    long last = Math.ceilDiv(room, stride) * stride;
    // A window that would start behind the image is dropped.
    return last >= size + before ? 0 : Math.max(0, last - room);
  }
}
