package org.qopt.target.tpu.export;

import com.google.common.collect.ImmutableList;
import org.qopt.ir.Operation;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.dialect.Biases;

/** The tensors that hold the operands of operations. */
final class Operands {
  private Operands() {}

  static ImmutableList<Integer> of(Operation operation, ModelGraph graph) {
    return operation.operands().stream()
        .map(graph::tensor)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * {@return the operands of an operation with a filter, {@code first} in the place of the first}:
   * a bias of zeros where there is none, because most kernels ask for one
   */
  static ImmutableList<Integer> withBias(int first, Operation operation, ModelGraph graph) {
    int filter = graph.tensor(operation.operand(1));
    return ImmutableList.of(first, filter, bias(operation, graph));
  }

  /** {@return the bias, which is one of zeros where there is none} */
  static int bias(Operation operation, ModelGraph graph) {
    if (operation.operandCount() > 2 && Width.of(operation.result()) == Width.INT8) {
      return graph.tensor(operation.operand(2));
    }
    int[] result = Scales.dims(operation.result().type());
    Shape shape = Shape.of(result[result.length - 1]);
    Tensor elements =
        operation.operandCount() > 2
            ? ConstantElements.of(operation.operand(2)).orElseThrow()
            : Tensor.of(shape, new int[result[result.length - 1]]);
    return graph.bias(
        operation.result(),
        TensorType.of(shape, Biases.biasElement(operation)),
        elements.cast(Width.of(operation.result()).choose(ElementKind.I32, ElementKind.I64)));
  }
}
