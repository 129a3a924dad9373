package org.qopt.target.tpu.export;

import java.util.List;
import org.qopt.dialect.nn.shape.Axes;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.type.TensorType;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptionsT;

/** {@code tpu.reshape} and {@code tpu.concat}. */
final class MovementExports {
  private MovementExports() {}

  static void reshape(Operation operation, ModelGraph graph) {
    copy(operation.operand(0), operation.result(), graph);
  }

  /** Adds an operator that gives {@code result} the elements of {@code input}, in order. */
  static void copy(Value input, Value result, ModelGraph graph) {
    Reshapes.add(
        graph,
        result,
        graph.tensor(input),
        graph.tensor(result),
        ((TensorType) result.type()).shape());
  }

  static void concat(Operation operation, ModelGraph graph) {
    List<Value> parts =
        operation.operands().stream()
            .filter(operand -> ((TensorType) operand.type()).shape().elements() > 0)
            .toList();
    if (parts.size() == 1) {
      copy(parts.getFirst(), operation.result(), graph);
      return;
    }
    int rank = ((TensorType) operation.result().type()).rank();
    ConcatenationOptionsT options = new ConcatenationOptionsT();
    options.setAxis(Axes.normalize(TpuAttributes.integer(operation, "axis"), rank));
    graph.add(
        Operators.concatenation(Width.of(operation.result())),
        BuiltinOptions.ConcatenationOptions,
        options,
        parts.stream().map(graph::tensor).toList(),
        graph.result(operation));
  }
}
