package org.qopt.target.cpu.export;

import java.util.ArrayList;
import java.util.List;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.type.Shape;

/** Operations on images, which ONNX takes as NCHW. */
final class ImageWriters {
  private ImageWriters() {}

  static void conv(Operation operation, OnnxWriter writer) {
    long groups = operation.required("groups", IntegerAttr.class).asLong();
    // The filter is OHWI, ONNX's is OIHW.
    convolve(operation, writer, Layout.NCHW, groups);
  }

  static void depthwise(Operation operation, OnnxWriter writer) {
    // The filter is 1HWM, ONNX's is M1HW.
    long groups = Tensors.shape(operation.operand(0)).dim(3);
    if (groups == Shape.DYNAMIC) {
      throw Unwritable.fault(operation, "a number of channels that is known", "an open one");
    }
    convolve(operation, writer, Layout.of(3, 0, 1, 2), groups);
  }

  private static void convolve(Operation operation, OnnxWriter writer, Layout filter, long groups) {
    Node node =
        window(Node.of("Conv", 1), operation)
            .with("dilations", pair(Spatial.of(operation, "dilations")))
            .with("group", groups);
    Shape shape = Tensors.shape(operation.operand(1));
    node.with("kernel_shape", new long[] {shape.dim(1), shape.dim(2)});
    List<Use> uses =
        new ArrayList<>(
            List.of(writer.use(operation, 0, Layout.NCHW), writer.use(operation, 1, filter)));
    if (operation.operandCount() > 2) {
      uses.add(writer.use(operation, 2, Layout.plain(1)));
    }
    writer.compute(operation, node, uses, Layout.NCHW);
  }

  static void averagePool(Operation operation, OnnxWriter writer) {
    Node node =
        pool("AveragePool", 7, operation)
            .with(
                "count_include_pad",
                operation.required("count_include_pad", IntegerAttr.class).asLong());
    writer.compute(operation, node, List.of(writer.use(operation, 0, Layout.NCHW)), Layout.NCHW);
  }

  static void globalAveragePool(Operation operation, OnnxWriter writer) {
    writer.compute(
        operation,
        Node.of("GlobalAveragePool", 1),
        List.of(writer.use(operation, 0, Layout.NCHW)),
        Layout.NCHW);
  }

  static void maxPool(Operation operation, OnnxWriter writer) {
    // Bytes are compared as they are; for floats there may be an activation behind.
    boolean bytes = OnnxWriter.isQuantized(operation);
    Node node = pool("MaxPool", bytes ? 12 : 8, operation);
    Use input = writer.use(operation, 0, Layout.NCHW);
    if (bytes) {
      writer.move(operation, node, input.tensor(), Layout.NCHW);
    } else {
      writer.compute(operation, node, List.of(input), Layout.NCHW);
    }
  }

  private static Node pool(String type, int version, Operation operation) {
    return window(Node.of(type, version), operation)
        .with("kernel_shape", pair(Spatial.of(operation, "kernel")));
  }

  private static Node window(Node node, Operation operation) {
    Padding padding = Padding.of(operation);
    return node.with("strides", pair(Spatial.of(operation, "strides")))
        .with(
            "pads", new long[] {padding.top(), padding.left(), padding.bottom(), padding.right()});
  }

  private static long[] pair(Spatial spatial) {
    return new long[] {spatial.height(), spatial.width()};
  }
}
