package org.qopt.parser.onnx;

import java.util.ArrayList;
import java.util.List;
import org.qopt.dialect.nn.Conv2dOp;
import org.qopt.dialect.nn.DepthwiseConv2dOp;
import org.qopt.ir.Value;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.Attrs;

/** {@code Conv} of images: dense, depthwise, or in groups. */
final class Convolution {
  // From OIHW to OHWI.
  private static final int[] FILTER = {0, 2, 3, 1};
  // From M1HW to 1HWM.
  private static final int[] DEPTHWISE_FILTER = {1, 2, 3, 0};

  private Convolution() {}

  static void accept(OnnxNode node) {
    node.requireInputs(2, 3);
    Shape image = node.image(0);
    Shape filter = node.image(1);
    if (filter.isDynamic(2) || filter.isDynamic(3)) {
      throw node.fault("the size of the filter is not known");
    }
    long[] kernel = {filter.dim(2), filter.dim(3)};
    Attrs attributes = WindowAttributes.of(node, image, kernel).attributes();
    long groups = node.attributes().integer("group", 1);
    if (groups < 1) {
      throw node.fault("group is at least 1, but got " + groups);
    }
    boolean depthwise = groups > 1 && filter.dim(1) == 1 && image.dim(1) == groups;
    List<Value> operands = new ArrayList<>();
    operands.add(node.imageInput(0));
    operands.add(node.forms().permuted(node.input(1), depthwise ? DEPTHWISE_FILTER : FILTER));
    if (node.has(2)) {
      operands.add(node.modelInput(2));
    }
    if (!depthwise) {
      attributes.i64("groups", groups);
    }
    node.finishChannelsLast(
        node.create(
            depthwise ? DepthwiseConv2dOp.DEF : Conv2dOp.DEF, operands, attributes.build()));
  }
}
