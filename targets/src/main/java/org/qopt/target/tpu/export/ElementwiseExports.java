package org.qopt.target.tpu.export;

import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.type.TensorType;
import org.qopt.target.dialect.Scales;
import org.tensorflow.lite.schema.AddOptionsT;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.MulOptionsT;
import org.tensorflow.lite.schema.SubOptionsT;

/** {@code tpu.add}, {@code tpu.sub} and {@code tpu.mul}. */
final class ElementwiseExports {
  private ElementwiseExports() {}

  static void add(Operation operation, ModelGraph graph) {
    Cut cut = Cut.of(operation, graph);
    AddOptionsT options = new AddOptionsT();
    options.setFusedActivationFunction(cut.activation());
    // The other way of adding int16 knows scales that are powers of two alone.
    options.setPotScaleInt16(Width.of(operation.result()) == Width.INT8);
    Operator operator = Operators.add(Width.of(operation.result()));
    binary(operation, graph, cut, operator, BuiltinOptions.AddOptions, options);
  }

  static void sub(Operation operation, ModelGraph graph) {
    Cut cut = Cut.of(operation, graph);
    SubOptionsT options = new SubOptionsT();
    options.setFusedActivationFunction(cut.activation());
    options.setPotScaleInt16(Width.of(operation.result()) == Width.INT8);
    Operator operator = Operators.sub(Width.of(operation.result()));
    binary(operation, graph, cut, operator, BuiltinOptions.SubOptions, options);
  }

  static void mul(Operation operation, ModelGraph graph) {
    Cut cut = Cut.of(operation, graph);
    MulOptionsT options = new MulOptionsT();
    options.setFusedActivationFunction(cut.activation());
    float product =
        Scales.scale(operation.operand(0).type()) * Scales.scale(operation.operand(1).type());
    boolean enlarged = product / Scales.scale(operation.result().type()) >= 1;
    Operator operator = Operators.mul(Width.of(operation.result()), enlarged);
    binary(operation, graph, cut, operator, BuiltinOptions.MulOptions, options);
  }

  private static void binary(
      Operation operation,
      ModelGraph graph,
      Cut cut,
      Operator operator,
      byte type,
      Object options) {
    Broadcasts operands = Broadcasts.of(operation, graph);
    Value result = operation.result();
    TensorType resultType = (TensorType) result.type();
    if (operands.result().equals(resultType.shape())) {
      graph.add(operator, type, options, operands.tensors(), cut.output());
    } else {
      int flat = graph.part(result, "merged", resultType.withShape(operands.result()));
      graph.add(operator, type, options, operands.tensors(), flat);
      Reshapes.add(graph, result, flat, cut.output(), resultType.shape());
    }
    cut.finish();
  }
}
