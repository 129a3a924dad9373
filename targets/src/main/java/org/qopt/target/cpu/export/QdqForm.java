package org.qopt.target.cpu.export;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.qopt.ir.Value;

/**
 * Operations on floats between DequantizeLinear and QuantizeLinear, which runtimes fuse. Each
 * operand is dequantized for the operation alone: what is used twice would not be fused.
 */
record QdqForm(OnnxGraph graph, Tensors tensors, Parameters parameters) implements Form {
  @Override
  public void compute(Node node, List<Use> uses, Value result, String output) {
    List<String> inputs = new ArrayList<>();
    for (Use use : uses) {
      inputs.add(dequantize(use, graph.name(tensors.name(use.value()) + "_dequantized")));
    }
    String real = graph.add(node, inputs, graph.name(tensors.name(result) + "_real"));
    quantize(real, result, output);
  }

  /** Writes the cast of {@code use} to the tensor {@code output}. */
  String dequantize(Use use, String output) {
    OptionalInt axis = Parameters.axis(use.value());
    Node cast = Node.of("DequantizeLinear", axis.isPresent() ? 13 : 10);
    if (axis.isPresent()) {
      cast.with("axis", use.layout().place(axis.getAsInt()));
    }
    return graph.add(cast, parameters.triples(List.of(use)), output);
  }

  /** Writes the cast of the tensor {@code real} to {@code result}. */
  void quantize(String real, Value result, String output) {
    List<String> inputs = new ArrayList<>(List.of(real));
    inputs.addAll(parameters.of(result));
    graph.add(Node.of("QuantizeLinear", 10), inputs, output);
  }
}
