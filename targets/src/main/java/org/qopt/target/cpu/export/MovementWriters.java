package org.qopt.target.cpu.export;

import com.google.common.primitives.Longs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.qopt.dialect.nn.shape.Axes;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.target.cpu.dialect.ClampOp;
import org.qopt.target.cpu.dialect.PadOp;

/** Operations that move elements or compare bytes; on int8 they are the same as on floats. */
final class MovementWriters {
  private MovementWriters() {}

  /** The same tensor in another layout: nothing is written. */
  static void transpose(Operation operation, OnnxWriter writer) {
    Value input = operation.operand(0);
    Layout layout = writer.layout(operation);
    int[] permutation = operation.required("permutation", DenseIntArrayAttr.class).toInts();
    writer
        .tensors()
        .alias(
            operation.result(), layout.transposed(permutation), writer.tensors().in(input, layout));
  }

  /** The same tensor, maybe with other parameters: nothing is written. */
  static void relabel(Operation operation, OnnxWriter writer) {
    Layout layout = writer.layout(operation);
    writer
        .tensors()
        .alias(operation.result(), layout, writer.tensors().in(operation.operand(0), layout));
  }

  static void reshape(Operation operation, OnnxWriter writer) {
    Shape result = Tensors.shape(operation.result());
    long[] dims =
        result.isStatic()
            ? result.dims().toArray()
            : operation.required("shape", DenseIntArrayAttr.class).values().toArray();
    // In ONNX 0 stands for the dimension of the input.
    boolean empty = IntStream.range(0, dims.length).anyMatch(i -> dims[i] == 0);
    Node node = Node.of("Reshape", empty ? 14 : 5);
    if (empty) {
      node.with("allowzero", 1);
    }
    writer.move(
        operation,
        node,
        writer.tensors().flat(operation.operand(0)),
        Layout.plain(result.rank()),
        writer.integers(dims));
  }

  static void dynamicReshape(Operation operation, OnnxWriter writer) {
    writer.move(
        operation,
        Node.of("Reshape", 5),
        plain(operation, writer),
        Layout.plain(Tensors.rank(operation.result())),
        writer.tensors().in(operation.operand(1), Layout.plain(1)));
  }

  static void shape(Operation operation, OnnxWriter writer) {
    writer.move(operation, Node.of("Shape", 1), plain(operation, writer), Layout.plain(1));
  }

  private static String plain(Operation operation, OnnxWriter writer) {
    Value input = operation.operand(0);
    return writer.tensors().in(input, Layout.plain(Tensors.rank(input)));
  }

  static void cast(Operation operation, OnnxWriter writer) {
    Layout layout = writer.layout(operation);
    ElementKind kind =
        ElementKind.of(((TensorType) operation.result().type()).elementType()).orElseThrow();
    writer.move(
        operation,
        Node.of("Cast", 9).with("to", Constants.type(kind)),
        writer.use(operation, 0, layout).tensor(),
        layout);
  }

  static void concat(Operation operation, OnnxWriter writer) {
    int rank = Tensors.rank(operation.result());
    Layout layout =
        operation.operands().stream()
            .flatMap(value -> writer.tensors().layout(value).stream())
            .findFirst()
            .orElseGet(() -> Layout.plain(rank));
    int axis = Axes.normalize((int) operation.required("axis", IntegerAttr.class).asLong(), rank);
    List<String> inputs = new ArrayList<>();
    for (Value operand : operation.operands()) {
      inputs.add(writer.tensors().in(operand, layout));
    }
    writer
        .graph()
        .add(
            Node.of("Concat", 4).with("axis", layout.place(axis)),
            inputs,
            writer.tensors().define(operation.result(), layout));
  }

  static void slice(Operation operation, OnnxWriter writer) {
    Layout layout = writer.layout(operation);
    int rank = layout.axes().length();
    long[] starts = values(operation, "starts");
    long[] axes =
        operation
            .attribute("axes", DenseIntArrayAttr.class)
            .map(array -> array.values().toArray())
            .orElseGet(() -> IntStream.range(0, starts.length).asLongStream().toArray());
    for (int i = 0; i < axes.length; i++) {
      axes[i] = layout.place(Axes.normalize((int) axes[i], rank));
    }
    List<String> more =
        new ArrayList<>(
            List.of(
                writer.integers(starts),
                writer.integers(values(operation, "ends")),
                writer.integers(axes)));
    operation
        .attribute("steps", DenseIntArrayAttr.class)
        .ifPresent(steps -> more.add(writer.integers(steps.values().toArray())));
    writer.move(
        operation,
        Node.of("Slice", 10),
        writer.use(operation, 0, layout).tensor(),
        layout,
        more.toArray(String[]::new));
  }

  private static long[] values(Operation operation, String name) {
    return operation.required(name, DenseIntArrayAttr.class).values().toArray();
  }

  static void pad(Operation operation, OnnxWriter writer) {
    Layout layout = writer.layout(operation);
    int rank = layout.axes().length();
    long[] padding = values(operation, "padding");
    if (LongStream.of(padding).allMatch(size -> size == 0)) {
      relabel(operation, writer);
      return;
    }
    long[] before = new long[rank];
    long[] after = new long[rank];
    for (int i = 0; i < rank; i++) {
      before[i] = padding[2 * i];
      after[i] = padding[2 * i + 1];
    }
    writer.move(
        operation,
        Node.of("Pad", 11),
        writer.use(operation, 0, layout).tensor(),
        layout,
        writer.integers(Longs.concat(layout.order(before), layout.order(after))),
        padding(operation, writer));
  }

  private static String padding(Operation operation, OnnxWriter writer) {
    if (OnnxWriter.isQuantized(operation)) {
      byte value = (byte) operation.required(PadOp.VALUE, IntegerAttr.class).asLong();
      return writer.graph().shared("byte", writer.tensors().stored(value));
    }
    float value = (float) operation.required("value", FloatAttr.class).value();
    return writer
        .graph()
        .shared(
            "padding",
            Tensor.of(Shape.of(), value).cast(writer.tensors().kind(operation.result())));
  }

  /** The cut of bytes to an interval. */
  static void clamp(Operation operation, OnnxWriter writer) {
    Layout layout = writer.layout(operation);
    int[] bounds = operation.required(ClampOp.BOUNDS, DenseIntArrayAttr.class).toInts();
    writer.move(
        operation,
        Node.of("Clip", 12),
        writer.use(operation, 0, layout).tensor(),
        layout,
        writer.graph().shared("byte", writer.tensors().stored((byte) bounds[0])),
        writer.graph().shared("byte", writer.tensors().stored((byte) bounds[1])));
  }

  static void mean(Operation operation, OnnxWriter writer) {
    Layout layout = writer.layout(operation);
    int rank = layout.axes().length();
    boolean keep = operation.required("keep_dims", IntegerAttr.class).equals(IntegerAttr.TRUE);
    boolean[] reduced =
        Axes.set(operation.required("axes", DenseIntArrayAttr.class).toInts(), rank);
    if (operation.required("axes", DenseIntArrayAttr.class).values().isEmpty()) {
      // In ONNX no axes are all.
      relabel(operation, writer);
      return;
    }
    long[] places =
        IntStream.range(0, rank)
            .filter(axis -> reduced[axis])
            .mapToLong(layout::place)
            .sorted()
            .toArray();
    Node node = Node.of("ReduceMean", 11).with("axes", places).with("keepdims", keep ? 1 : 0);
    writer.move(
        operation,
        node,
        writer.use(operation, 0, layout).tensor(),
        keep ? layout : layout.without(reduced));
  }

  static void quantize(Operation operation, OnnxWriter writer) {
    Layout layout = writer.layout(operation);
    String real = writer.use(operation, 0, layout).tensor();
    writer
        .casts()
        .quantize(real, operation.result(), writer.tensors().define(operation.result(), layout));
  }

  static void dequantize(Operation operation, OnnxWriter writer) {
    Layout layout = writer.layout(operation);
    Use stored = writer.use(operation, 0, layout);
    writer.casts().dequantize(stored, writer.tensors().define(operation.result(), layout));
  }
}
