package org.qopt.target.cpu.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.shape.Axes;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** Operations element by element, in whatever layout their operands are. */
final class ElementwiseWriters {
  private ElementwiseWriters() {}

  /** {@return the writer of an operation on one tensor that is a node without attributes} */
  static OperationWriter unary(String type, int version) {
    return (operation, writer) -> unary(operation, writer, Node.of(type, version));
  }

  private static void unary(Operation operation, OnnxWriter writer, Node node) {
    Layout layout = writer.layout(operation);
    writer.compute(operation, node, List.of(writer.use(operation, 0, layout)), layout);
  }

  static void hardSigmoid(Operation operation, OnnxWriter writer) {
    unary(
        operation,
        writer,
        Node.of("HardSigmoid", 6)
            .with("alpha", real(operation, "alpha"))
            .with("beta", real(operation, "beta")));
  }

  static void clamp(Operation operation, OnnxWriter writer) {
    clip(operation, writer, real(operation, "min"), real(operation, "max"));
  }

  static void relu6(Operation operation, OnnxWriter writer) {
    clip(operation, writer, 0, 6);
  }

  private static void clip(Operation operation, OnnxWriter writer, float min, float max) {
    Layout layout = writer.layout(operation);
    writer.clip(
        writer.use(operation, 0, layout).tensor(),
        min,
        max,
        writer.tensors().define(operation.result(), layout));
  }

  static void softmax(Operation operation, OnnxWriter writer) {
    Layout layout = writer.layout(operation);
    int rank = layout.axes().length();
    int axis = Axes.normalize((int) operation.required("axis", IntegerAttr.class).asLong(), rank);
    Use input = writer.use(operation, 0, layout);
    float beta = OnnxWriter.isQuantized(operation) ? 1 : real(operation, "beta");
    if (beta != 1) {
      String scaled =
          writer
              .graph()
              .add(
                  Node.of("Mul", 7),
                  List.of(input.tensor(), writer.scalar(beta)),
                  writer.graph().name(writer.tensors().name(operation.result()) + "_scaled"));
      input = new Use(input.value(), layout, scaled);
    }
    Node node = Node.of("Softmax", 13).with("axis", layout.place(axis));
    writer.compute(operation, node, List.of(input), layout);
  }

  /** {@return the writer of an operation on two tensors of which one may be repeated} */
  static OperationWriter binary(String type) {
    return (operation, writer) -> {
      Layout layout = common(operation, writer);
      List<Use> uses = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        uses.add(operand(operation, i, layout, writer));
      }
      writer.compute(operation, Node.of(type, 7), uses, layout);
    };
  }

  /**
   * The layout of the first operand that was computed in another than the plain one, if the others
   * can be brought to it.
   */
  private static Layout common(Operation operation, OnnxWriter writer) {
    int rank = Tensors.rank(operation.result());
    Layout plain = Layout.plain(rank);
    if (operation.operands().stream().anyMatch(value -> !fits(value, rank, writer))) {
      return plain;
    }
    return operation.operands().stream()
        .map(writer.tensors()::layout)
        .flatMap(Optional::stream)
        .filter(layout -> layout.axes().length() == rank && !layout.isPlain())
        .findFirst()
        .orElse(plain);
  }

  private static boolean fits(Value value, int rank, OnnxWriter writer) {
    return Tensors.rank(value) == rank
        || Tensors.rank(value) == 0
        || writer.tensors().constant(value).isPresent();
  }

  private static Use operand(Operation operation, int index, Layout layout, OnnxWriter writer) {
    Value value = operation.operand(index);
    int rank = Tensors.rank(value);
    if (rank == layout.axes().length()) {
      return writer.use(operation, index, layout);
    }
    Layout plain = Layout.plain(rank);
    Optional<Tensor> constant = writer.tensors().constant(value);
    if (layout.isPlain() || rank == 0 || constant.isEmpty()) {
      return writer.use(operation, index, plain);
    }
    // Dimensions are aligned at the last: those that the constant lacks are 1.
    Tensor stored = writer.tensors().stored(value, constant.get());
    Tensor whole = stored.reshaped(widened(stored.shape(), layout.axes().length()));
    return new Use(
        value, plain, writer.graph().constant(writer.tensors().stem(value), whole, layout));
  }

  private static Shape widened(Shape shape, int rank) {
    long[] dims = new long[rank];
    for (int i = 0; i < rank; i++) {
      int own = i - rank + shape.rank();
      dims[i] = own < 0 ? 1 : shape.dim(own);
    }
    return Shape.of(dims);
  }

  static void batchNorm(Operation operation, OnnxWriter writer) {
    int rank = Tensors.rank(operation.operand(0));
    int axis = Axes.normalize((int) operation.required("axis", IntegerAttr.class).asLong(), rank);
    Layout layout = Layout.channelsSecond(axis, rank);
    if (axis == 0) {
      throw Unwritable.fault(operation, "channels that are not the first axis", "axis 0");
    }
    List<Use> uses = new ArrayList<>(List.of(writer.use(operation, 0, layout)));
    for (int i = 1; i < operation.operandCount(); i++) {
      uses.add(writer.use(operation, i, Layout.plain(1)));
    }
    Node node = Node.of("BatchNormalization", 9).with("epsilon", real(operation, "epsilon"));
    writer.compute(operation, node, uses, layout);
  }

  private static float real(Operation operation, String name) {
    return (float) operation.required(name, FloatAttr.class).value();
  }
}
