package org.qopt.target.cpu.export;

import java.util.ArrayList;
import java.util.List;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.target.cpu.dialect.CpuDialect;

/** What the writers of single operations write with. */
record OnnxWriter(OnnxGraph graph, Tensors tensors, QdqForm casts, Form form) {
  /** {@return operand {@code index} of {@code operation} in {@code layout}} */
  Use use(Operation operation, int index, Layout layout) {
    Value value = operation.operand(index);
    return new Use(value, layout, tensors.in(value, layout));
  }

  /** {@return whether an operation computes with int8} */
  static boolean isQuantized(Operation operation) {
    return operation.dialect().equals(CpuDialect.NAME);
  }

  /** Writes an operation that computes, and what it applies to its result. */
  void compute(Operation operation, Node node, List<Use> uses, Layout layout) {
    compute(operation, node, uses, tensors.define(operation.result(), layout));
  }

  /** Writes an operation that computes the tensor {@code output}. */
  void compute(Operation operation, Node node, List<Use> uses, String output) {
    if (isQuantized(operation)) {
      form.compute(node, uses, operation.result(), output);
      return;
    }
    List<String> inputs = uses.stream().map(Use::tensor).toList();
    finish(operation, node, inputs, output);
  }

  /** Writes an operation on floats, and the activation that it applies. */
  void finish(Operation operation, Node node, List<String> inputs, String output) {
    Activation activation =
        operation.def().filter(def -> def.declares(Activation.NAME)).isPresent()
            ? Activation.of(operation)
            : Activation.NONE;
    if (activation == Activation.NONE) {
      graph.add(node, inputs, output);
      return;
    }
    String linear =
        graph.add(node, inputs, graph.name(tensors.name(operation.result()) + "_linear"));
    if (activation == Activation.RELU) {
      graph.add(Node.of("Relu", 6), List.of(linear), output);
    } else {
      clip(linear, activation.min(), activation.max(), output);
    }
  }

  /** Writes the cut of floats to an interval. */
  void clip(String input, float min, float max, String output) {
    List<String> inputs = new ArrayList<>(List.of(input));
    inputs.add(min == Float.NEGATIVE_INFINITY ? "" : scalar(min));
    inputs.add(max == Float.POSITIVE_INFINITY ? "" : scalar(max));
    graph.add(Node.of("Clip", 11), inputs, output);
  }

  /** Writes an operation that moves elements, with further inputs. */
  void move(Operation operation, Node node, String input, Layout layout, String... more) {
    List<String> inputs = new ArrayList<>(List.of(input));
    inputs.addAll(List.of(more));
    graph.add(node, inputs, tensors.define(operation.result(), layout));
  }

  /** {@return a constant of one float} */
  String scalar(float value) {
    return graph.shared("float", Tensor.of(Shape.of(), value));
  }

  /** {@return a constant of integers} */
  String integers(long... values) {
    return graph.shared("integers", Tensor.of(Shape.of(values.length), values));
  }

  /** {@return the layout of operand 0, or the plain one if it is a constant} */
  Layout layout(Operation operation) {
    Value value = operation.operand(0);
    return tensors.layout(value).orElseGet(() -> Layout.plain(Tensors.rank(value)));
  }
}
