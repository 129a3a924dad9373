package org.qopt.target.tpu.export;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Value;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.TensorType;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.DequantizeOptionsT;
import org.tensorflow.lite.schema.QuantizeOptionsT;

/**
 * Inputs and outputs of float32, which the model quantizes and dequantizes itself. The names of
 * inputs and outputs are those of their float32 tensors.
 */
final class RealEnds implements Ends {
  private final ModelGraph graph;
  private final Map<Value, Signature.Port> outputs = new IdentityHashMap<>();

  RealEnds(ModelGraph graph, FuncOp function) {
    this.graph = graph;
    Stream.concat(function.arguments().stream(), function.returnOp().operands().stream())
        .filter(value -> QuantizedTypes.of(value.type()).isPresent())
        .forEach(graph::leaveName);
  }

  @Override
  public Signature.Port input(BlockArgument argument) {
    TensorType type = (TensorType) argument.type();
    if (QuantizedTypes.of(type).isEmpty()) {
      return new Signature.Port(graph.name(argument), graph.tensor(argument));
    }
    int real = graph.form(argument, type.withElementType(FloatType.F32));
    if (!argument.hasUses()) {
      return new Signature.Port(graph.name(argument), real);
    }
    int stored = graph.tensor(argument);
    graph.add(
        Operators.quantize(Width.of(argument)),
        BuiltinOptions.QuantizeOptions,
        new QuantizeOptionsT(),
        List.of(real),
        stored);
    return new Signature.Port(graph.name(argument), real);
  }

  @Override
  public Signature.Port output(Value value) {
    return outputs.computeIfAbsent(value, this::dequantized);
  }

  private Signature.Port dequantized(Value value) {
    TensorType type = (TensorType) value.type();
    if (QuantizedTypes.of(type).isEmpty()) {
      return new Signature.Port(graph.name(value), graph.tensor(value));
    }
    int real = graph.form(value, type.withElementType(FloatType.F32));
    graph.add(
        Operators.dequantize(Width.of(value)),
        BuiltinOptions.DequantizeOptions,
        new DequantizeOptionsT(),
        List.of(graph.tensor(value)),
        real);
    return new Signature.Port(graph.name(value), real);
  }
}
