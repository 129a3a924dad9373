package org.qopt.target.tpu.export;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tensorflow.lite.schema.SignatureDefT;
import org.tensorflow.lite.schema.TensorMapT;

/**
 * What a model is called with and what it gives, in order.
 *
 * @param inputs the tensors of the inputs
 * @param outputs the tensors of the outputs
 */
record Signature(ImmutableList<Port> inputs, ImmutableList<Port> outputs) {
  /** The name that runtimes look for where a model has one entrance. */
  private static final String KEY = "serving_default";

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
    definition.setSignatureKey(KEY);
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
