package org.qopt.target.cpu.export;

import java.util.ArrayList;
import java.util.List;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.type.Shape;

/** Products of matrices. */
final class MatrixWriters {
  private static final Layout MATRIX = Layout.plain(2);

  private MatrixWriters() {}

  static void matmul(Operation operation, OnnxWriter writer) {
    List<Use> uses = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      uses.add(writer.use(operation, i, plain(operation.operand(i))));
    }
    writer.compute(operation, Node.of("MatMul", 9), uses, plain(operation.result()));
  }

  /** Gemm takes matrices: what has more dimensions is made one, where they are known. */
  static void fullyConnected(Operation operation, OnnxWriter writer) {
    Value input = operation.operand(0);
    Shape shape = Tensors.shape(input);
    if (shape.rank() != 2 && !shape.isStatic()) {
      product(operation, writer);
      return;
    }
    List<Use> uses = new ArrayList<>();
    uses.add(new Use(input, plain(input), rows(operation, writer)));
    for (int i = 1; i < operation.operandCount(); i++) {
      uses.add(writer.use(operation, i, plain(operation.operand(i))));
    }
    // Every attribute is written: ONNX Runtime asks for them before it knows their defaults.
    Node node =
        Node.of("Gemm", 11).with("alpha", 1f).with("beta", 1f).with("transA", 0).with("transB", 1);
    if (shape.rank() == 2) {
      writer.compute(operation, node, uses, MATRIX);
      return;
    }
    Value result = operation.result();
    String matrix = writer.graph().name(writer.tensors().stem(result) + "_matrix");
    writer.compute(operation, node, uses, matrix);
    writer.move(
        operation,
        Node.of("Reshape", 5),
        matrix,
        plain(result),
        writer.integers(Tensors.shape(result).dims().toArray()));
  }

  private static String rows(Operation operation, OnnxWriter writer) {
    Value input = operation.operand(0);
    Shape shape = Tensors.shape(input);
    if (shape.rank() == 2) {
      return writer.tensors().in(input, MATRIX);
    }
    long rows = 1;
    for (int i = 0; i < shape.rank() - 1; i++) {
      rows *= shape.dim(i);
    }
    return writer
        .graph()
        .add(
            Node.of("Reshape", 5),
            List.of(
                writer.tensors().flat(input), writer.integers(rows, shape.dim(shape.rank() - 1))),
            writer.graph().name(writer.tensors().stem(input) + "_matrix"));
  }

  /** The product by the transposed matrix, and a sum. */
  private static void product(Operation operation, OnnxWriter writer) {
    Value result = operation.result();
    List<String> inputs =
        List.of(
            writer.tensors().in(operation.operand(0), plain(operation.operand(0))),
            writer.tensors().in(operation.operand(1), Layout.of(1, 0)));
    Node product = Node.of("MatMul", 9);
    String output = writer.tensors().define(result, plain(result));
    if (operation.operandCount() < 3) {
      writer.finish(operation, product, inputs, output);
      return;
    }
    String sum = writer.graph().add(product, inputs, writer.graph().name(output + "_product"));
    String bias = writer.tensors().in(operation.operand(2), Layout.plain(1));
    writer.finish(operation, Node.of("Add", 7), List.of(sum, bias), output);
  }

  private static Layout plain(Value value) {
    return Layout.plain(Tensors.rank(value));
  }
}
