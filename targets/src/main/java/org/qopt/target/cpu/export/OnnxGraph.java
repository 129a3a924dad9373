package org.qopt.target.cpu.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.common.primitives.Longs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qopt.dialect.nn.ModelMetadata;
import org.qopt.ir.tensor.Tensor;

/** The nodes and constants of a model that is being written, and the names of its tensors. */
final class OnnxGraph {
  /** The least version of operators that all that is written here is defined in. */
  private static final int LEAST_VERSION = 11;

  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final Set<String> names = new HashSet<>();
  private final Map<TensorProto, String> small = new HashMap<>();
  private int version = LEAST_VERSION;
  private boolean extended;

  /** {@return {@code wanted}, or with a number behind if there is a tensor of that name} */
  String name(String wanted) {
    String name = wanted;
    for (int i = 2; !names.add(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  /** Adds a node whose output is called {@code output}. */
  String add(Node node, List<String> inputs, String output) {
    var built = node.build(inputs, output);
    extended |= !built.getDomain().isEmpty();
    version = Math.max(version, node.version());
    graph.addNode(built);
    return output;
  }

  /** {@return the name of a constant} */
  String constant(String wanted, Tensor tensor, Layout layout) {
    String name = name(wanted);
    graph.addInitializer(Constants.of(name, tensor, layout));
    return name;
  }

  /** {@return the name of a constant that those with the same elements share} */
  String shared(String wanted, Tensor tensor) {
    Layout plain = Layout.plain(tensor.shape().rank());
    return small.computeIfAbsent(
        Constants.of("", tensor, plain), _ -> constant(wanted, tensor, plain));
  }

  void input(ValueInfoProto info) {
    graph.addInput(info);
  }

  void output(ValueInfoProto info) {
    graph.addOutput(info);
  }

  /** {@return the version of the file format that came with the version of operators} */
  private int formatVersion() {
    return version <= 11 ? 6 : 7;
  }

  /**
   * {@return the model}
   *
   * @param name the name of the graph, where {@code metadata} has none
   * @param metadata what the model says of itself
   */
  ModelProto build(String name, ModelMetadata metadata) {
    graph.setName(metadata.text(ModelMetadata.NAME).orElse(name));
    metadata.text(ModelMetadata.GRAPH_DESCRIPTION).ifPresent(graph::setDocString);
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(formatVersion())
            .setProducerName(metadata.text(ModelMetadata.PRODUCER).orElse("qopt"))
            .setGraph(graph)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(version));
    metadata.text(ModelMetadata.PRODUCER_VERSION).ifPresent(model::setProducerVersion);
    metadata.text(ModelMetadata.DOMAIN).ifPresent(model::setDomain);
    metadata.text(ModelMetadata.DESCRIPTION).ifPresent(model::setDocString);
    metadata.text(ModelMetadata.VERSION).map(Longs::tryParse).ifPresent(model::setModelVersion);
    metadata
        .properties()
        .forEach(
            (key, value) ->
                model.addMetadataProps(
                    StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    if (extended) {
      model.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(Node.MICROSOFT).setVersion(1));
    }
    return model.build();
  }
}
