package org.qopt.parser.tflite;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.qopt.dialect.nn.ModelMetadata;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.DecodingBudget;
import org.tensorflow.lite.schema.Metadata;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.SignatureDef;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.TensorMap;

/** Decodes what a model with one graph says of itself, and what its only signature calls it. */
final class TfliteMetadata {
  /** Which runtime is needed is for the writer to say, by the operators that it writes. */
  private static final String RUNTIME = "min_runtime_version";

  private final Model model;
  private final DecodingBudget budget;
  private final ModelMetadata.Builder metadata = new ModelMetadata.Builder();

  TfliteMetadata(Model model, DecodingBudget budget) {
    this.model = model;
    this.budget = budget;
  }

  /**
   * {@return it}
   *
   * @throws IndexOutOfBoundsException if the file is broken
   */
  ModelMetadata decode() {
    String description = model.description();
    if (description != null) {
      budget.spend(description.length());
      metadata.text(ModelMetadata.DESCRIPTION, description);
    }
    budget.spend(model.metadataLength());
    for (int i = 0; i < model.metadataLength(); i++) {
      decode(model.metadata(i));
    }
    if (model.signatureDefsLength() == 1) {
      decode(model.signatureDefs(0), model.subgraphs(0));
    }
    return metadata.build();
  }

  private void decode(Metadata entry) {
    String name = entry.name();
    if (name == null || name.equals(RUNTIME)) {
      return;
    }
    if (entry.buffer() >= model.buffersLength()) {
      throw new IndexOutOfBoundsException();
    }
    ByteBuffer data = model.buffers((int) entry.buffer()).dataAsByteBuffer();
    byte[] bytes = new byte[data == null ? 0 : data.remaining()];
    budget.spend(bytes.length + name.length());
    if (data != null) {
      data.get(bytes);
    }
    metadata.buffer(name, Tensor.of(ElementKind.U8, Shape.of(bytes.length), bytes));
  }

  private void decode(SignatureDef signature, SubGraph graph) {
    Map<Long, String> inputs = names(signature.inputsLength(), signature::inputs);
    Map<Long, String> outputs = names(signature.outputsLength(), signature::outputs);
    List<Long> given = positions(graph.inputsLength(), graph::inputs);
    List<Long> returned = positions(graph.outputsLength(), graph::outputs);
    boolean complete = inputs.keySet().containsAll(given) && outputs.keySet().containsAll(returned);
    if (signature.signatureKey() == null || !complete) {
      return;
    }
    budget.spend(signature.signatureKey().length());
    metadata
        .text(ModelMetadata.SIGNATURE, signature.signatureKey())
        .texts(ModelMetadata.INPUTS, given.stream().map(inputs::get).toList())
        .texts(ModelMetadata.OUTPUTS, returned.stream().map(outputs::get).toList());
  }

  private Map<Long, String> names(int count, IntFunction<TensorMap> entries) {
    budget.spend(count);
    Map<Long, String> names = new HashMap<>();
    for (int i = 0; i < count; i++) {
      TensorMap entry = entries.apply(i);
      String name = entry.name();
      if (name != null) {
        budget.spend(name.length());
        names.put(entry.tensorIndex(), name);
      }
    }
    return names;
  }

  private static List<Long> positions(int count, IntUnaryOperator element) {
    return IntStream.range(0, count).map(element).asLongStream().boxed().toList();
  }
}
