package org.qopt.peers.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.ValueNaming;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.tensor.Tensor;
import org.qopt.peers.OnnxRuntime.ByteTensor;
import org.qopt.peers.OnnxRuntime.FloatTensor;

/** Holds every operation on int8 against ONNX Runtime, on the inputs that it had there. */
final class OnnxLayers {
  private final OnnxProgram program;
  private final ValueNaming naming;
  private final Map<Operation, Kernel> kernels = new HashMap<>();
  private final ByteDifferences differences = new ByteDifferences();

  OnnxLayers(OnnxProgram program) {
    this.program = program;
    this.naming = ValueNaming.of(program.function());
  }

  /** Compares all operations of a run; the inputs are those of the function. */
  void compare(List<Tensor> inputs) {
    Map<String, FloatTensor> feeds = new HashMap<>();
    Map<Value, Tensor> known = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      Value argument = program.function().arguments().get(i);
      known.put(argument, inputs.get(i));
      feeds.put(
          naming.name(argument),
          new FloatTensor(inputs.get(i).shape().dims().toArray(), inputs.get(i).floats()));
    }
    Map<String, ByteTensor> theirs = program.values(feeds);
    for (Operation operation : program.function().entry()) {
      for (Value result : operation.results()) {
        Optional<Tensor> constant = ConstantElements.of(result);
        Tensor ours =
            constant.isPresent()
                ? constant.get()
                : kernels
                    .computeIfAbsent(
                        operation, o -> o.def().orElseThrow().kernel().orElseThrow().prepare(o))
                    .run(operation.operands().stream().map(known::get).toList())
                    .get(0);
        ByteTensor stored = theirs.get(naming.name(result));
        known.put(result, stored == null ? ours : differences.compare(operation, ours, stored));
      }
    }
    compareOutputs(program.run(feeds), known);
  }

  /** What is returned, of the int8 values that they had, but for what float32 loses. */
  private void compareOutputs(Map<String, FloatTensor> theirs, Map<Value, Tensor> known) {
    Iterator<FloatTensor> outputs = theirs.values().iterator();
    for (Value result : program.function().returnOp().operands()) {
      float[] ours = known.get(result).floats();
      float[] expected = outputs.next().values();
      assertEquals(expected.length, ours.length);
      for (int i = 0; i < ours.length; i++) {
        assertEquals(expected[i], ours[i], 1e-4f * Math.max(1, Math.abs(expected[i])));
      }
    }
  }

  /** {@return what was found} */
  ByteDifferences differences() {
    return differences;
  }
}
