package org.qopt.target.cpu.export;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import org.qopt.ir.Value;

/** Operations on int8 as such: those of ONNX, and ONNX Runtime's own. */
record QOperatorForm(OnnxGraph graph, Parameters parameters) implements Form {
  private static final String ONNX = "";

  /** The domains of the operations that are called QLinear and the name of that on floats. */
  private static final ImmutableMap<String, String> DOMAINS =
      ImmutableMap.of("Conv", ONNX, "MatMul", ONNX);

  @Override
  public void compute(Node node, List<Use> uses, Value result, String output) {
    int biased = node.type().equals("Conv") || node.type().equals("Gemm") ? 2 : uses.size();
    List<Use> factors = uses.subList(0, Math.min(biased, uses.size()));
    List<String> inputs = new ArrayList<>(parameters.triples(factors));
    List<String> bias =
        uses.subList(factors.size(), uses.size()).stream().map(Use::tensor).toList();
    if (node.type().equals("Gemm")) {
      inputs.addAll(bias.isEmpty() ? List.of("") : bias);
      inputs.addAll(parameters.of(result));
      graph.add(node.in(Node.MICROSOFT, "QGemm").without("beta"), inputs, output);
      return;
    }
    inputs.addAll(parameters.of(result));
    inputs.addAll(bias);
    String domain = DOMAINS.getOrDefault(node.type(), Node.MICROSOFT);
    Node quantized = node.in(domain, "QLinear" + node.type());
    if (node.type().equals("Softmax")) {
      quantized.with("opset", (long) node.version());
    }
    graph.add(quantized, inputs, output);
  }
}
