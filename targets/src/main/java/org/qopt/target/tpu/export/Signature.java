package org.qopt.target.tpu.export;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.qopt.dialect.nn.ModelMetadata;
import org.tensorflow.lite.schema.SignatureDefT;
import org.tensorflow.lite.schema.TensorMapT;

/**
 * What a model is called with and what it gives, in order.
 *
 * @param key what callers call it
 * @param inputs the tensors of the inputs
 * @param outputs the tensors of the outputs
 */
record Signature(String key, ImmutableList<Port> inputs, ImmutableList<Port> outputs) {
  /** The name that runtimes look for where a model has one entrance. */
  private static final String KEY = "serving_default";

  /**
   * {@return the signature, with the names that callers of the model had for it, if it still has as
   * many inputs and outputs}
   */
  static Signature of(
      ModelMetadata metadata, ImmutableList<Port> inputs, ImmutableList<Port> outputs) {
    return new Signature(
        metadata.text(ModelMetadata.SIGNATURE).orElse(KEY),
        named(inputs, metadata.texts(ModelMetadata.INPUTS)),
        named(outputs, metadata.texts(ModelMetadata.OUTPUTS)));
  }

  private static ImmutableList<Port> named(
      ImmutableList<Port> ports, Optional<ImmutableList<String>> names) {
    if (names.isEmpty() || names.get().size() != ports.size()) {
      return ports;
    }
    return IntStream.range(0, ports.size())
        .mapToObj(i -> new Port(names.get().get(i), ports.get(i).tensor()))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * An input or output.
   *
   * @param name its name
   * @param tensor the number of its tensor
   */
  record Port(String name, int tensor) {}

  int[] inputNumbers() {
    return numbers(inputs);
  }

  int[] outputNumbers() {
    return numbers(outputs);
  }

  /** {@return the definition, in which no name stands twice} */
  SignatureDefT definition() {
    SignatureDefT definition = new SignatureDefT();
    definition.setSignatureKey(key);
    definition.setInputs(map(inputs));
    definition.setOutputs(map(outputs));
    definition.setSubgraphIndex(0);
    return definition;
  }

  private static int[] numbers(List<Port> ports) {
    return ports.stream().mapToInt(Port::tensor).toArray();
  }

  private static TensorMapT[] map(List<Port> ports) {
    Set<String> names = new HashSet<>();
    TensorMapT[] map = new TensorMapT[ports.size()];
    for (int i = 0; i < map.length; i++) {
      String name = ports.get(i).name();
      for (int n = 2; !names.add(name); n++) {
        name = ports.get(i).name() + "#" + n;
      }
      map[i] = new TensorMapT();
      map[i].setName(name);
      map[i].setTensorIndex(ports.get(i).tensor());
    }
    return map;
  }
}
