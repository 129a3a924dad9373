package org.qopt.peers.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.MainFunction;
import org.qopt.ir.Operation;
import org.qopt.ir.ValueNaming;
import org.qopt.peers.OnnxRuntime;
import org.qopt.peers.OnnxRuntime.ByteTensor;
import org.qopt.peers.OnnxRuntime.FloatTensor;
import org.qopt.target.cpu.export.OnnxExporter;
import org.qopt.target.export.ExportRequest;

/** A program of {@code cpu} in ONNX Runtime, which also gives all of its int8 values. */
final class OnnxProgram implements AutoCloseable {
  /** Settings with which sums of products do not saturate, whatever the processor. */
  static final Map<String, String> EXACT_PRODUCTS = Map.of("session.x64quantprecision", "1");

  private final FuncOp function;
  private final OnnxRuntime runtime;
  private final ModelProto optimized;

  private OnnxProgram(FuncOp function, OnnxRuntime runtime, ModelProto optimized) {
    this.function = function;
    this.runtime = runtime;
    this.optimized = optimized;
  }

  /** Exports {@code module} into {@code folder} and loads it. */
  static OnnxProgram of(
      Operation module, Path folder, Map<String, String> options, Map<String, String> settings) {
    try {
      ModelProto.Builder model = ModelProto.parseFrom(bytes(module, options)).toBuilder();
      int type =
          options.getOrDefault("onnx-activations", "u8").equals("u8")
              ? DataType.UINT8_VALUE
              : DataType.INT8_VALUE;
      FuncOp function = MainFunction.of(module);
      for (NodeProto node : model.getGraph().getNodeList()) {
        String name = node.getOutput(0);
        boolean already =
            model.getGraph().getOutputList().stream().anyMatch(o -> o.getName().equals(name));
        if (name.endsWith("_quantized") && !already) {
          model.getGraphBuilder().addOutput(info(name, type));
        }
      }
      Path file = Files.createTempFile(folder, "program", ".onnx");
      Files.write(file, model.build().toByteArray());
      Path changed = folder.resolve(file.getFileName() + ".optimized");
      OnnxRuntime runtime = OnnxRuntime.load(file, Optional.of(changed), settings);
      return new OnnxProgram(function, runtime, ModelProto.parseFrom(Files.readAllBytes(changed)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the file that the exporter makes of {@code module}} */
  static byte[] bytes(Operation module, Map<String, String> options) {
    ExportRequest request =
        new ExportRequest("program", false, ImmutableMap.copyOf(options), _ -> {});
    return new OnnxExporter().export(module, request).getFirst().content();
  }

  private static ValueInfoProto info(String name, int type) {
    ValueInfoProto.Builder info = ValueInfoProto.newBuilder().setName(name);
    info.getTypeBuilder().getTensorTypeBuilder().setElemType(type);
    return info.build();
  }

  /** {@return how many nodes of each type the runtime executes} */
  Map<String, Integer> nodes() {
    Map<String, Integer> counts = new TreeMap<>();
    optimized.getGraph().getNodeList().forEach(n -> counts.merge(n.getOpType(), 1, Integer::sum));
    return counts;
  }

  /** {@return the program's function} */
  FuncOp function() {
    return function;
  }

  /** {@return the float outputs} */
  Map<String, FloatTensor> run(Map<String, FloatTensor> inputs) {
    return runtime.run(inputs);
  }

  /** {@return the int8 tensors by the names of the values that they hold} */
  Map<String, ByteTensor> values(Map<String, FloatTensor> inputs) {
    ValueNaming naming = ValueNaming.of(function);
    Map<String, ByteTensor> stored = new TreeMap<>();
    runtime
        .runForBytes(inputs)
        .forEach(
            (name, tensor) -> {
              String value = name.substring(0, name.length() - "_quantized".length());
              if (naming.value(value).isPresent()) {
                stored.put(value, tensor);
              }
            });
    return stored;
  }

  @Override
  public void close() {
    runtime.close();
  }
}
