package org.qopt.peers;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.interpret.Executable;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.parser.array.ArrayFile;
import org.qopt.parser.array.SampleSource;
import org.qopt.parser.tflite.TfliteReader;

/** The interpreter computes on float models what TensorFlow Lite computes. */
class FloatModelPeerTest {
  private static final int SAMPLES = 10;
  private static final double LEAST_SQNR_DB = 80;

  private static Path asset(String name) {
    String assets = System.getProperty("qopt.test.assets", "");
    assumeTrue(!assets.isEmpty(), "qopt.test.assets names no folder of models");
    return Path.of(assets, name);
  }

  @Test
  void resnetAgreesWithTensorFlowLite() throws IOException {
    assumeTrue(
        TfliteReference.unavailable().isEmpty(), () -> TfliteReference.unavailable().orElseThrow());
    Path file = asset("models/resnet8_cifar10_fp32.tflite");
    assumeTrue(Files.exists(file), () -> "there is no " + file);
    Executable ours =
        Interpreter.prepare(
            new FuncOp(new ModuleOp(TfliteReader.read(file)).opsOf(FuncOp.DEF).getFirst()));
    try (TfliteReference theirs = TfliteReference.load(file);
        ArrayFile data = ArrayFile.open(asset("data/cifar10_test_inputs.npy"))) {
      SampleSource samples = data.arrays().values().iterator().next();
      double signal = 0;
      double noise = 0;
      for (int n = 0; n < SAMPLES; n++) {
        Tensor image = samples.read(n, 1).cast(ElementKind.F32);
        float[] expected = expected(theirs, image.floats());
        float[] found = ours.run(List.of(image)).getFirst().floats();
        for (int i = 0; i < expected.length; i++) {
          signal += (double) expected[i] * expected[i];
          noise += Math.pow((double) expected[i] - found[i], 2);
        }
      }
      double sqnr = 10 * Math.log10(signal / noise);
      assertTrue(sqnr >= LEAST_SQNR_DB, () -> "SQNR is " + sqnr + " dB");
    }
  }

  private static float[] expected(TfliteReference model, float[] input) {
    model.set(model.inputs()[0], input);
    model.run();
    return model.float32(model.outputs()[0]);
  }
}
