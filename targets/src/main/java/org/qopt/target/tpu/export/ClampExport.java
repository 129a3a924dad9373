package org.qopt.target.tpu.export;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.numerics.Activation;
import org.qopt.target.tpu.numerics.ActivationClamp;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.MulOptionsT;

/**
 * {@code tpu.clamp}. The runtime has operators for four intervals, which also change scale and zero
 * point. Others are a change of parameters followed by a maximum and a minimum; the change is a
 * product with 1, because the ratio of scales of {@code QUANTIZE} is not rounded as that of these.
 */
final class ClampExport {
  private ClampExport() {}

  static void export(Operation operation, ModelGraph graph) {
    Value result = operation.result();
    ActivationClamp clamp = TpuAttributes.clamp(operation);
    for (Map.Entry<Activation, Operator> named : named(Width.of(result)).entrySet()) {
      ActivationClamp bounds = TpuAttributes.interval(named.getKey(), result.type());
      if (bounds.equals(clamp)) {
        graph.add(named.getValue(), Operands.of(operation, graph), graph.result(operation));
        return;
      }
    }
    Value input = operation.operand(0);
    int from = graph.tensor(input);
    if (!QuantizedTypes.of(input.type()).equals(QuantizedTypes.of(result.type()))) {
      from = graph.part(result, "rescaled", (TensorType) result.type());
      multiplyByOne(graph, input, result, from);
    }
    Cut.bounded(graph, result, from, clamp);
  }

  private static ImmutableMap<Activation, Operator> named(Width width) {
    if (width == Width.INT16) {
      return ImmutableMap.of(
          Activation.RELU, Operators.relu(width), Activation.RELU6, Operators.relu6(width));
    }
    return ImmutableMap.of(
        Activation.RELU,
        Operators.relu(width),
        Activation.RELU6,
        Operators.relu6(width),
        Activation.RELU_N1_TO_1,
        Operators.RELU_N1_TO_1,
        Activation.RELU_0_TO_1,
        Operators.RELU_0_TO_1);
  }

  private static void multiplyByOne(ModelGraph graph, Value input, Value result, int output) {
    Shape one = Ones.shape(result);
    StorageType storage = QuantizedTypes.of(input.type()).orElseThrow().storage();
    TensorType type = TensorType.of(one, UniformQuantizedType.of(storage, 1, 0));
    int constant = graph.constant(result, "one", type, Tensor.of(one, 1).cast(storage.kind()));
    float ratio = scale(input) / scale(result);
    Operator operator = Operators.mul(Width.of(result), ratio >= 1);
    TensorType inputType = (TensorType) input.type();
    if (inputType.rank() <= Ranks.BROADCAST) {
      product(graph, operator, graph.tensor(input), constant, output);
      return;
    }
    Shape flat = Shape.of(inputType.shape().elements());
    int from = graph.part(result, "flat_input", inputType.withShape(flat));
    Reshapes.add(graph, result, graph.tensor(input), from, flat);
    int to = graph.part(result, "flat_rescaled", ((TensorType) result.type()).withShape(flat));
    product(graph, operator, from, constant, to);
    Reshapes.add(graph, result, to, output, inputType.shape());
  }

  private static void product(
      ModelGraph graph, Operator operator, int input, int constant, int output) {
    graph.add(
        operator, BuiltinOptions.MulOptions, new MulOptionsT(), List.of(input, constant), output);
  }

  private static float scale(Value value) {
    return QuantizedTypes.uniform(value.type()).orElseThrow().scale32();
  }
}
