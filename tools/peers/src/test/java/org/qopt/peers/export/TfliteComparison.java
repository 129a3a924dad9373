package org.qopt.peers.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.MainFunction;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.Operation;
import org.qopt.ir.ValueNaming;
import org.qopt.ir.interpret.Executable;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.peers.TfliteReference;
import org.qopt.target.export.ExportRequest;
import org.qopt.target.tpu.export.TfliteExporter;

/** A legal program in the interpreter and, exported, in TensorFlow Lite's reference kernels. */
final class TfliteComparison implements AutoCloseable {
  private final FuncOp function;
  private final ValueNaming names;
  private final Executable executable;
  private final TfliteReference tflite;
  private final Map<String, Integer> numbers = new HashMap<>();

  TfliteComparison(Operation module) {
    function = MainFunction.of(module);
    names = ValueNaming.of(function);
    executable = Interpreter.prepare(function);
    tflite = TfliteReference.of(export(module, ImmutableMap.of()));
    for (int i = 0; i < tflite.size(); i++) {
      numbers.put(tflite.name(i), i);
    }
  }

  /** {@return the file that a program is exported to} */
  static byte[] export(Operation module, ImmutableMap<String, String> options) {
    return new TfliteExporter()
        .export(module, new ExportRequest("model", true, options, _ -> {}))
        .getFirst()
        .content();
  }

  /** Fails if a tensor of the two runs over {@code stored} inputs differs; counts the values. */
  long assertEqual(List<Tensor> stored) {
    int[] inputs = tflite.inputs();
    assertEquals(function.arguments().size(), inputs.length);
    for (int i = 0; i < inputs.length; i++) {
      Tensor value = stored.get(i);
      if (value.size() == 0) {
        continue;
      }
      if (value.kind() == ElementKind.I16) {
        tflite.set(inputs[i], value.shorts());
      } else {
        tflite.set(inputs[i], value.bytes());
      }
    }
    tflite.run();
    long[] compared = {0};
    executable.run(
        stored,
        (value, tensor) -> {
          if (QuantizedTypes.uniform(value.type()).isPresent()) {
            compared[0] += compare(names.name(value), tensor);
          }
        });
    assertTrue(compared[0] > 0 || function.returnOp().operandCount() == 0, "values to compare");
    assertEquals(
        function.returnOp().operands().stream().map(names::name).toList(),
        Arrays.stream(tflite.outputs()).mapToObj(tflite::name).toList());
    return compared[0];
  }

  private long compare(String name, Tensor expected) {
    Integer number = numbers.get(name);
    assertTrue(number != null, () -> "no tensor " + name);
    long[] dims = Arrays.stream(tflite.shape(number)).asLongStream().toArray();
    assertArrayEquals(expected.shape().dims().toArray(), dims, name);
    if (expected.size() == 0) {
      return 1;
    }
    if (expected.kind() == ElementKind.I16) {
      assertArrayEquals(tflite.int16(number), expected.shorts(), name);
    } else {
      assertArrayEquals(tflite.int8(number), expected.bytes(), name);
    }
    return expected.size();
  }

  @Override
  public void close() {
    tflite.close();
  }
}
