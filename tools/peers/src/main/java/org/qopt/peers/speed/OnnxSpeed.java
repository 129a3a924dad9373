package org.qopt.peers.speed;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Times models of float32 inputs under ONNX Runtime: one thread, warm, turn by turn in one process,
 * medians of the turns, each beside the first.
 */
public final class OnnxSpeed {
  private OnnxSpeed() {}

  /** Prints a line for each of the models that the arguments name. */
  public static void main(String[] files) throws OrtException {
    if (files.length == 0) {
      System.err.println("usage: onnx MODEL.onnx...");
      System.exit(2);
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    List<OrtSession> sessions = new ArrayList<>();
    List<Runnable> peers = new ArrayList<>();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      for (String file : files) {
        OrtSession session = environment.createSession(file, options);
        sessions.add(session);
        Map<String, OnnxTensor> inputs = inputs(environment, session);
        peers.add(() -> run(session, inputs));
      }
      double[] medians = Turns.medians(peers);
      System.out.println("| model | ms | times as fast as the first |");
      System.out.println("| --- | --- | --- |");
      for (int i = 0; i < medians.length; i++) {
        System.out.printf(
            "| %s | %.3f | %.2f |%n",
            Path.of(files[i]).getFileName(), medians[i], medians[0] / medians[i]);
      }
    } finally {
      for (OrtSession session : sessions) {
        session.close();
      }
    }
  }

  private static void run(OrtSession session, Map<String, OnnxTensor> inputs) {
    try {
      session.run(inputs).close();
    } catch (OrtException e) {
      throw new IllegalArgumentException("ONNX Runtime refuses the inputs", e);
    }
  }

  private static Map<String, OnnxTensor> inputs(OrtEnvironment environment, OrtSession session)
      throws OrtException {
    Random random = new Random(1);
    Map<String, OnnxTensor> inputs = new HashMap<>();
    for (NodeInfo input : session.getInputInfo().values()) {
      long[] shape = ((TensorInfo) input.getInfo()).getShape();
      int size = 1;
      for (long dim : shape) {
        size = Math.multiplyExact(size, Math.toIntExact(dim));
      }
      float[] values = new float[size];
      for (int i = 0; i < size; i++) {
        values[i] = random.nextFloat();
      }
      inputs.put(
          input.getName(), OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape));
    }
    return inputs;
  }
}
