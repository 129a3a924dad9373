package org.qopt.parser.onnx;

import java.util.ArrayList;
import java.util.List;
import org.qopt.dialect.nn.Conv2dTransposeOp;
import org.qopt.ir.Value;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.Attrs;

/** {@code ConvTranspose} of images. */
final class TransposedConvolution {
  // From IOHW to OHWI, and the same in groups: from GIOHW to GOHWI.
  private static final int[] FILTER = {1, 2, 3, 0};
  private static final int[] GROUPED_FILTER = {0, 2, 3, 4, 1};

  private TransposedConvolution() {}

  static void accept(OnnxNode node) {
    node.requireInputs(2, 3);
    Shape image = node.image(0);
    Shape filter = node.image(1);
    if (filter.isDynamic(2) || filter.isDynamic(3)) {
      throw node.fault("the size of the filter is not known");
    }
    long groups = node.attributes().integer("group", 1);
    if (groups < 1 || filter.dim(0) % groups != 0) {
      throw node.fault(
          "group divides the filter's %d input channels, but got %d"
              .formatted(filter.dim(0), groups));
    }
    WindowAttributes window =
        WindowAttributes.unpadded(node, new long[] {filter.dim(2), filter.dim(3)});
    TransposedEdges edges = TransposedEdges.of(node, image, window);
    List<Value> operands = new ArrayList<>();
    operands.add(node.imageInput(0));
    operands.add(filter(node, groups));
    if (node.has(2)) {
      operands.add(node.modelInput(2));
    }
    Attrs attributes =
        window
            .withPadding(edges.padding())
            .attributes()
            .ints("output_padding", edges.added())
            .i64("groups", groups);
    node.finishChannelsLast(node.create(Conv2dTransposeOp.DEF, operands, attributes.build()));
  }

  private static Value filter(OnnxNode node, long groups) {
    if (groups == 1) {
      return node.forms().permuted(node.input(1), FILTER);
    }
    Tensor filter = node.constant(1, "the filter of several groups");
    Shape shape = filter.shape();
    Tensor grouped =
        filter.reshaped(
            Shape.of(groups, shape.dim(0) / groups, shape.dim(1), shape.dim(2), shape.dim(3)));
    Tensor moved = node.forms().permuted(grouped, GROUPED_FILTER);
    Shape result =
        Shape.of(groups * shape.dim(1), shape.dim(2), shape.dim(3), shape.dim(0) / groups);
    return node.forms().program().constant(node.input(1).location(), moved.reshaped(result));
  }
}
