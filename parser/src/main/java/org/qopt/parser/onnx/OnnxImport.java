package org.qopt.parser.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.nn.ModelMetadata;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.location.NameLocation;
import org.qopt.ir.print.Quoted;
import org.qopt.parser.model.InputShapes;
import org.qopt.parser.model.ModelFile;
import org.qopt.parser.model.ProgramBuilder;

/** Turns a decoded model into a program, node by node, inferring types on the way. */
final class OnnxImport {
  private static final long LEAST_OPSET = 7;
  private static final long LARGEST_OPSET = 24;

  private final GraphProto graph;
  private final ModelMetadata metadata;
  private final long opset;
  private final OnnxGraph forms;
  private final Map<String, TensorProto> initializers = new HashMap<>();
  private final Map<String, OnnxValue> values = new HashMap<>();

  OnnxImport(ModelProto model, long fileSize, InputShapes shapes) {
    if (!model.hasGraph()) {
      throw ModelFile.fault("not an ONNX model: there is no graph in it");
    }
    graph = model.getGraph();
    metadata = OnnxMetadata.of(model);
    opset = opset(model);
    if (graph.getSparseInitializerCount() > 0) {
      throw ModelFile.fault("the model has sparse constants; only dense ones are supported");
    }
    graph
        .getInitializerList()
        .forEach(tensor -> initializers.put(Text.of(tensor.getNameBytes()), tensor));
    List<ValueInfoProto> inputs =
        graph.getInputList().stream()
            .filter(input -> !initializers.containsKey(OnnxInputTypes.name(input)))
            .toList();
    ProgramBuilder program =
        new ProgramBuilder(
            new OnnxInputTypes(shapes).of(inputs),
            inputs.stream().map(OnnxInputTypes::name).toList());
    forms = new OnnxGraph(program, fileSize);
    for (int i = 0; i < inputs.size(); i++) {
      String name = OnnxInputTypes.name(inputs.get(i));
      OnnxValue value = new OnnxValue(name, NameLocation.of(name)).withModel(program.argument(i));
      if (values.put(name, value) != null) {
        throw ModelFile.fault("two inputs have the name " + Quoted.of(name));
      }
    }
  }

  private static long opset(ModelProto model) {
    long version =
        model.getOpsetImportList().stream()
            .filter(set -> isStandard(Text.of(set.getDomainBytes())))
            .mapToLong(OperatorSetIdProto::getVersion)
            .max()
            .orElseThrow(
                () -> ModelFile.fault("not an ONNX model: it does not say its operator set"));
    if (version < LEAST_OPSET || version > LARGEST_OPSET) {
      throw ModelFile.fault(
          "the model is of operator set %d; %d to %d are supported"
              .formatted(version, LEAST_OPSET, LARGEST_OPSET));
    }
    return version;
  }

  private static boolean isStandard(String domain) {
    return domain.isEmpty() || domain.equals("ai.onnx");
  }

  Operation program() {
    for (int i = 0; i < graph.getNodeCount(); i++) {
      NodeProto proto = graph.getNode(i);
      OnnxNode node = new OnnxNode(this, proto, i);
      String domain = Text.of(proto.getDomainBytes());
      if (!isStandard(domain) && !Quantization.isContributed(domain, node.op())) {
        throw node.fault(
            "operators of domain %s are not supported; only the standard ones are"
                .formatted(Quoted.of(Text.of(proto.getDomainBytes()))));
      }
      try {
        IntegerValues.check(node);
        OnnxOperators.of(node).accept(node);
      } catch (ArithmeticException | IllegalArgumentException e) {
        throw node.fault("its sizes are out of range: " + e.getMessage());
      }
    }
    List<Value> results = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (ValueInfoProto output : graph.getOutputList()) {
      names.add(OnnxInputTypes.name(output));
      OnnxValue value =
          find(OnnxInputTypes.name(output))
              .orElseThrow(
                  () ->
                      ModelFile.fault(
                          "output %s is never computed"
                              .formatted(Quoted.of(OnnxInputTypes.name(output)))));
      results.add(
          value
              .standsFor()
              .map(type -> forms.quantized(value, type))
              .orElseGet(() -> forms.model(value)));
    }
    Operation module = forms.program().finish(results, names);
    metadata.attachTo(module);
    return module;
  }

  long opset() {
    return opset;
  }

  OnnxGraph forms() {
    return forms;
  }

  /** {@return the value {@code name} if it is an input, a constant, or has been computed} */
  Optional<OnnxValue> find(String name) {
    OnnxValue known = values.get(name);
    if (known == null && initializers.containsKey(name)) {
      known =
          new OnnxValue(name, NameLocation.of(name))
              .withConstant(OnnxTensors.decode(initializers.get(name), ModelFile::fault));
      values.put(name, known);
    }
    return Optional.ofNullable(known);
  }

  /** Says what the value {@code name} is, which {@code node} makes. */
  void define(String name, OnnxValue value, OnnxNode node) {
    boolean constant = initializers.containsKey(name);
    if (constant || values.put(name, value) != null) {
      throw node.fault("value " + Quoted.of(name) + " is computed twice");
    }
  }
}
