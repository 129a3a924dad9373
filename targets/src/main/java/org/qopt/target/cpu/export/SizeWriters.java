package org.qopt.target.cpu.export;

import java.util.ArrayList;
import java.util.List;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Resampling;
import org.qopt.dialect.nn.attr.Resampling.Mode;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseFloatArrayAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** Operations that make images of another size. */
final class SizeWriters {
  private static final int OMITTED_INPUTS = 13;

  private SizeWriters() {}

  static void resize(Operation operation, OnnxWriter writer) {
    Resampling resampling = Resampling.of(operation);
    Node node =
        Node.of("Resize", OMITTED_INPUTS)
            .with("mode", resampling.mode() == Mode.NEAREST ? "nearest" : "linear")
            .with(
                "coordinate_transformation_mode",
                Resampling.attribute(resampling.coordinates()).value())
            .with("nearest_mode", nearest(resampling));
    List<String> more = new ArrayList<>(List.of(""));
    operation
        .attribute("scales", DenseFloatArrayAttr.class)
        .ifPresentOrElse(
            scales -> more.add(scales(writer, scales)),
            () -> more.addAll(List.of("", sizes(operation, writer))));
    writer.move(
        operation,
        node,
        writer.use(operation, 0, Layout.NCHW).tensor(),
        Layout.NCHW,
        more.toArray(String[]::new));
  }

  private static String nearest(Resampling resampling) {
    return switch (resampling.rounding()) {
      case FLOOR -> "floor";
      case CEIL -> "ceil";
      case HALF_DOWN -> "round_prefer_floor";
      case HALF_UP -> "round_prefer_ceil";
    };
  }

  private static String scales(OnnxWriter writer, DenseFloatArrayAttr scales) {
    float[] all = {1, 1, (float) scales.values().get(0), (float) scales.values().get(1)};
    return writer.graph().shared("scales", Tensor.of(Shape.of(all.length), all));
  }

  private static String sizes(Operation operation, OnnxWriter writer) {
    Shape shape = Tensors.shape(operation.result());
    if (!shape.isStatic()) {
      throw Unwritable.fault(operation, "a result whose dimensions are known", "[" + shape + "]");
    }
    return writer.integers(Layout.NCHW.dims(shape));
  }

  static void transposedConv(Operation operation, OnnxWriter writer) {
    int groups = Math.toIntExact(operation.required("groups", IntegerAttr.class).asLong());
    Padding padding = Padding.of(operation);
    Shape filter = Tensors.shape(operation.operand(1));
    Node node =
        Node.of("ConvTranspose", 11)
            .with("strides", pair(Spatial.of(operation, "strides")))
            .with("dilations", pair(Spatial.of(operation, "dilations")))
            .with("output_padding", pair(Spatial.of(operation, "output_padding")))
            .with("group", groups)
            .with("kernel_shape", new long[] {filter.dim(1), filter.dim(2)})
            .with(
                "pads",
                new long[] {padding.top(), padding.left(), padding.bottom(), padding.right()});
    List<Use> uses =
        new ArrayList<>(
            List.of(writer.use(operation, 0, Layout.NCHW), filter(operation, groups, writer)));
    if (operation.operandCount() > 2) {
      uses.add(writer.use(operation, 2, Layout.plain(1)));
    }
    writer.compute(operation, node, uses, Layout.NCHW);
  }

  // The filter is OHWI, ONNX's is IOHW, with the outputs of one group and the inputs of all.
  private static Use filter(Operation operation, int groups, OnnxWriter writer) {
    Value value = operation.operand(1);
    Layout layout = Layout.of(3, 0, 1, 2);
    if (groups == 1) {
      return writer.use(operation, 1, layout);
    }
    Tensor filter =
        writer
            .tensors()
            .constant(value)
            .orElseThrow(
                () ->
                    Unwritable.fault(
                        operation, "a constant filter of several groups", "a computed one"));
    return new Use(
        value,
        layout,
        writer
            .graph()
            .constant(writer.tensors().stem(value), ofGroups(filter, groups), Layout.plain(4)));
  }

  private static Tensor ofGroups(Tensor filter, int groups) {
    Shape shape = filter.shape();
    int outputs = shape.size(0) / groups;
    int taps = shape.size(1) * shape.size(2);
    int inputs = shape.size(3);
    float[] from = filter.cast(ElementKind.F32).floats();
    float[] result = new float[from.length];
    for (int i = 0; i < from.length; i++) {
      int input = i % inputs;
      int tap = i / inputs % taps;
      int output = i / inputs / taps % outputs;
      int group = i / inputs / taps / outputs;
      result[((group * inputs + input) * outputs + output) * taps + tap] = from[i];
    }
    return Tensor.of(Shape.of((long) groups * inputs, outputs, shape.dim(1), shape.dim(2)), result)
        .cast(filter.kind());
  }

  private static long[] pair(Spatial spatial) {
    return new long[] {spatial.height(), spatial.width()};
  }
}
