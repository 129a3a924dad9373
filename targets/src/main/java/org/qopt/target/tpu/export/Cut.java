package org.qopt.target.tpu.export;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.numerics.Activation;
import org.qopt.target.tpu.numerics.ActivationClamp;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.MaximumMinimumOptionsT;

/**
 * How the interval that an operation cuts its result to is written: as an activation of its
 * operator where one gives just these bounds, else as a maximum and a minimum behind it, which
 * compare stored integers and so cut to any bounds.
 */
final class Cut {
  private static final ImmutableMap<Activation, Byte> FUSED =
      ImmutableMap.of(
          Activation.NONE, ActivationFunctionType.NONE,
          Activation.RELU, ActivationFunctionType.RELU,
          Activation.RELU6, ActivationFunctionType.RELU6,
          Activation.RELU_N1_TO_1, ActivationFunctionType.RELU_N1_TO_1);

  private final Value result;
  private final ModelGraph graph;
  private final ActivationClamp clamp;
  private final boolean fused;
  private final byte activation;
  private final int output;

  private Cut(Value result, ModelGraph graph, ActivationClamp clamp, Activation fusedActivation) {
    this.result = result;
    this.graph = graph;
    this.clamp = clamp;
    fused = clamp.equals(TpuAttributes.interval(fusedActivation, result.type()));
    activation = FUSED.get(fusedActivation);
    output = fused ? graph.tensor(result) : graph.part(result, "uncut", (TensorType) result.type());
  }

  /** {@return how the result of {@code operation} is cut} */
  static Cut of(Operation operation, ModelGraph graph) {
    Value result = operation.result();
    ActivationClamp clamp = TpuAttributes.clamp(operation);
    Activation activation =
        FUSED.keySet().stream()
            .filter(candidate -> clamp.equals(TpuAttributes.interval(candidate, result.type())))
            .findFirst()
            .orElse(Activation.NONE);
    return new Cut(result, graph, clamp, activation);
  }

  /** {@return the activation for the options of the operator} */
  byte activation() {
    return activation;
  }

  /** {@return the tensor that the operator gives} */
  int output() {
    return output;
  }

  /** Adds what follows the operator. */
  void finish() {
    if (!fused) {
      bounded(graph, result, output, clamp);
    }
  }

  /** Adds a maximum and a minimum that bring {@code input} into an interval as {@code result}. */
  static void bounded(ModelGraph graph, Value result, int input, ActivationClamp clamp) {
    TensorType type = (TensorType) result.type();
    TensorType flat = type.withShape(Shape.of(type.shape().elements()));
    int from = input;
    int to = graph.tensor(result);
    boolean flattened = type.rank() > Ranks.BROADCAST;
    if (flattened) {
      from = graph.part(result, "flat", flat);
      Reshapes.add(graph, result, input, from, flat.shape());
      to = graph.part(result, "flat_bounded", flat);
    }
    TensorType bounded = flattened ? flat : type;
    int lower = graph.part(result, "raised", bounded);
    graph.add(
        Operators.maximum(Width.of(result)),
        BuiltinOptions.MaximumMinimumOptions,
        new MaximumMinimumOptionsT(),
        List.of(from, bound(graph, result, "least", clamp.min())),
        lower);
    graph.add(
        Operators.minimum(Width.of(result)),
        BuiltinOptions.MaximumMinimumOptions,
        new MaximumMinimumOptionsT(),
        List.of(lower, bound(graph, result, "largest", clamp.max())),
        to);
    if (flattened) {
      Reshapes.add(graph, result, to, graph.tensor(result), type.shape());
    }
  }

  private static int bound(ModelGraph graph, Value result, String name, int stored) {
    Shape shape = Ones.shape(result);
    ElementKind kind = QuantizedTypes.storageKind(result.type()).orElseThrow();
    return graph.constant(
        result,
        name,
        ((TensorType) result.type()).withShape(shape),
        Tensor.of(shape, stored).cast(kind));
  }
}
