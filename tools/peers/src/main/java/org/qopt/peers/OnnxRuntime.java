package org.qopt.peers;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A model of float32 inputs and outputs in ONNX Runtime, on one thread. */
public final class OnnxRuntime implements AutoCloseable {
  private final OrtSession session;

  private OnnxRuntime(OrtSession session) {
    this.session = session;
  }

  /**
   * A tensor of float32.
   *
   * @param shape the dimensions
   * @param values the values, the last dimension contiguous
   */
  public record FloatTensor(long[] shape, float[] values) {}

  /**
   * A tensor of bytes.
   *
   * @param shape the dimensions
   * @param values the values, the last dimension contiguous, those of uint8 less 128
   */
  public record ByteTensor(long[] shape, byte[] values) {}

  /** {@return why the runtime cannot be used on this machine, or nothing if it can} */
  public static Optional<String> unavailable() {
    try {
      OrtEnvironment.getEnvironment();
      return Optional.empty();
    } catch (LinkageError | RuntimeException e) {
      return Optional.of("ONNX Runtime is not available: " + e);
    }
  }

  /**
   * {@return the model in a file}
   *
   * @throws IllegalArgumentException if the runtime refuses it
   */
  public static OnnxRuntime load(Path file) {
    return load(file, Optional.empty(), Map.of());
  }

  /**
   * {@return the model in a file}
   *
   * @param optimized where to store the model as the runtime has changed it
   * @param settings the runtime's own settings, by name
   * @throws IllegalArgumentException if the runtime refuses it
   */
  public static OnnxRuntime load(
      Path file, Optional<Path> optimized, Map<String, String> settings) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      // It warns of models that fit this machine alone; nobody but tests reads them.
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      for (var setting : settings.entrySet()) {
        options.addConfigEntry(setting.getKey(), setting.getValue());
      }
      if (optimized.isPresent()) {
        options.setOptimizedModelFilePath(optimized.get().toString());
      }
      return new OnnxRuntime(
          OrtEnvironment.getEnvironment().createSession(file.toString(), options));
    } catch (OrtException e) {
      throw new IllegalArgumentException("ONNX Runtime refuses " + file, e);
    }
  }

  /**
   * {@return the float32 outputs by name, in the model's order}
   *
   * @param inputs the model's inputs by name
   * @throws IllegalArgumentException if the runtime refuses the inputs
   */
  public Map<String, FloatTensor> run(Map<String, FloatTensor> inputs) {
    return run(inputs, OnnxRuntime::floats);
  }

  /**
   * {@return the outputs of uint8 and int8 by name, in the model's order}
   *
   * @param inputs the model's inputs by name
   * @throws IllegalArgumentException if the runtime refuses the inputs
   */
  public Map<String, ByteTensor> runForBytes(Map<String, FloatTensor> inputs) {
    return run(inputs, OnnxRuntime::bytes);
  }

  private <T> T run(Map<String, FloatTensor> inputs, Function<OrtSession.Result, T> outputs) {
    Map<String, OnnxTensor> feeds = new LinkedHashMap<>();
    try {
      for (var input : inputs.entrySet()) {
        FloatBuffer values = FloatBuffer.wrap(input.getValue().values());
        feeds.put(
            input.getKey(),
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), values, input.getValue().shape()));
      }
      try (OrtSession.Result result = session.run(feeds)) {
        return outputs.apply(result);
      }
    } catch (OrtException e) {
      throw new IllegalArgumentException("ONNX Runtime refuses the inputs", e);
    } finally {
      feeds.values().forEach(OnnxTensor::close);
    }
  }

  private static Map<String, FloatTensor> floats(OrtSession.Result result) {
    Map<String, FloatTensor> outputs = new LinkedHashMap<>();
    for (var output : result) {
      if (output.getValue() instanceof OnnxTensor tensor
          && tensor.getInfo() instanceof TensorInfo info
          && tensor.getFloatBuffer() instanceof FloatBuffer buffer) {
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        outputs.put(output.getKey(), new FloatTensor(info.getShape(), values));
      }
    }
    return outputs;
  }

  private static Map<String, ByteTensor> bytes(OrtSession.Result result) {
    Map<String, ByteTensor> outputs = new LinkedHashMap<>();
    for (var output : result) {
      if (output.getValue() instanceof OnnxTensor tensor
          && tensor.getInfo() instanceof TensorInfo info
          && (info.type == OnnxJavaType.UINT8 || info.type == OnnxJavaType.INT8)) {
        byte[] values = new byte[Math.toIntExact(info.getNumElements())];
        tensor.getByteBuffer().get(values);
        for (int i = 0; info.type == OnnxJavaType.UINT8 && i < values.length; i++) {
          values[i] -= (byte) 128;
        }
        outputs.put(output.getKey(), new ByteTensor(info.getShape(), values));
      }
    }
    return outputs;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime does not let go of a model", e);
    }
  }
}
