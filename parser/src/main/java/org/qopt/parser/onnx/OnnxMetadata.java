package org.qopt.parser.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import org.qopt.dialect.nn.ModelMetadata;

/** What a model says of itself. */
final class OnnxMetadata {
  private OnnxMetadata() {}

  static ModelMetadata of(ModelProto model) {
    GraphProto graph = model.getGraph();
    ModelMetadata.Builder metadata =
        new ModelMetadata.Builder()
            .text(ModelMetadata.NAME, Text.of(graph.getNameBytes()))
            .text(ModelMetadata.DESCRIPTION, Text.of(model.getDocStringBytes()))
            .text(ModelMetadata.GRAPH_DESCRIPTION, Text.of(graph.getDocStringBytes()))
            .text(ModelMetadata.PRODUCER, Text.of(model.getProducerNameBytes()))
            .text(ModelMetadata.PRODUCER_VERSION, Text.of(model.getProducerVersionBytes()))
            .text(ModelMetadata.DOMAIN, Text.of(model.getDomainBytes()));
    if (model.getModelVersion() != 0) {
      metadata.text(ModelMetadata.VERSION, Long.toString(model.getModelVersion()));
    }
    model
        .getMetadataPropsList()
        .forEach(
            property ->
                metadata.property(
                    Text.of(property.getKeyBytes()), Text.of(property.getValueBytes())));
    return metadata.build();
  }
}
