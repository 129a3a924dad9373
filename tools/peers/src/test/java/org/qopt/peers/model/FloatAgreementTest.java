package org.qopt.peers.model;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Executable;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.parser.array.ArrayFile;
import org.qopt.parser.array.SampleSource;
import org.qopt.parser.onnx.OnnxReader;
import org.qopt.parser.tflite.TfliteReader;
import org.qopt.peers.OnnxRuntime;
import org.qopt.peers.OnnxRuntime.FloatTensor;
import org.qopt.peers.TfliteReference;

/** Whole float models, read and interpreted, against the runtimes that they were made for. */
class FloatAgreementTest {
  private static final double LEAST_SQNR_DB = 80;
  private static final int SAMPLES = 20;
  private static final int IMAGES = 3;
  private static final String DIRECTION = "/models/ch_ppocr_mobile_v2.0_cls_infer.onnx";

  private static final Shape LINE = Shape.of(1, 3, 48, 192);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "dscnn_kws_fp32.tflite, kws_test_inputs.npy",
    "resnet8_cifar10_fp32.tflite, cifar10_test_inputs.npy"
  })
  void tfliteModelsComputeWhatTensorFlowLiteDoes(String model, String data) throws IOException {
    Path assets = assets();
    assumeTrue(
        TfliteReference.unavailable().isEmpty(), () -> TfliteReference.unavailable().orElseThrow());
    Path file = assets.resolve("models").resolve(model);
    Executable program = executable(TfliteReader.read(file));
    byte[] widened = FloatWeights.of(Files.readAllBytes(file));
    try (ArrayFile samples = ArrayFile.open(assets.resolve("data").resolve(data));
        TfliteReference tflite = TfliteReference.of(widened)) {
      SampleSource source = samples.arrays().values().iterator().next();
      Distortion distortion = new Distortion();
      for (int i = 0; i < SAMPLES; i++) {
        Tensor sample = source.read(i, 1).cast(ElementKind.F32);
        tflite.set(tflite.inputs()[0], sample.floats());
        tflite.run();
        float[] expected = tflite.float32(tflite.outputs()[0]);
        distortion.add(expected, program.run(List.of(sample)).getFirst().floats());
      }
      assertAgreement(distortion);
    }
  }

  @Test
  void directionModelComputesWhatOnnxRuntimeDoes() throws IOException {
    assertAgrees(DIRECTION, Map.of("x", LINE), stripes(LINE));
  }

  @Test
  void directionModelComputesTheSameWithOpenDimensions() throws IOException {
    assertAgrees(DIRECTION, Map.of(), stripes(LINE));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void detectorsComputeWhatOnnxRuntimeDoes(int version) throws IOException {
    List<Tensor> pages = Pages.random(new Random(1), IMAGES);
    String resource = "/models/ch_PP-OCRv%d_det_infer.onnx".formatted(version);
    assertAgrees(resource, Map.of("x", Pages.SHAPE), pages);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void recognizersComputeWhatOnnxRuntimeDoes(int version) throws IOException {
    Shape shape = Shape.of(1, 3, 48, 128);
    String resource = "/models/ch_PP-OCRv%d_rec_infer.onnx".formatted(version);
    assertAgrees(resource, Map.of("x", shape), stripes(shape));
  }

  private void assertAgrees(String resource, Map<String, Shape> given, List<Tensor> images)
      throws IOException {
    assumeTrue(OnnxRuntime.unavailable().isEmpty(), () -> OnnxRuntime.unavailable().orElseThrow());
    Path file = folder.resolve("model.onnx");
    try (InputStream model = FloatAgreementTest.class.getResourceAsStream(resource)) {
      Files.copy(model, file);
    }
    Executable program = executable(OnnxReader.read(file, given));
    Distortion distortion = new Distortion();
    try (OnnxRuntime runtime = OnnxRuntime.load(file)) {
      for (Tensor image : images) {
        FloatTensor input = new FloatTensor(image.shape().dims().toArray(), image.floats());
        float[] expected = runtime.run(Map.of("x", input)).values().iterator().next().values();
        distortion.add(expected, program.run(List.of(image)).getFirst().floats());
      }
    }
    assertAgreement(distortion);
  }

  // Something with edges, in the range that the models expect.
  private static List<Tensor> stripes(Shape shape) {
    Random random = new Random(1);
    return IntStream.range(0, IMAGES).mapToObj(_ -> stripes(random, shape)).toList();
  }

  private static Tensor stripes(Random random, Shape shape) {
    float[] image = new float[(int) shape.elements()];
    UnaryOperator<Float> noisy = v -> Math.clamp(v + 0.2f * (float) random.nextGaussian(), -1, 1);
    int width = 2 + random.nextInt(9);
    for (int i = 0; i < image.length; i++) {
      image[i] = noisy.apply(i % shape.size(3) / width % 2 == 0 ? 0.8f : -0.8f);
    }
    return Tensor.of(shape, image);
  }

  private static Executable executable(Operation module) {
    Operation main = new ModuleOp(module).opsOf(FuncOp.DEF).getFirst();
    return Interpreter.prepare(new FuncOp(main));
  }

  private static void assertAgreement(Distortion distortion) {
    assertTrue(
        distortion.decibels() >= LEAST_SQNR_DB, () -> "only " + distortion.decibels() + " dB");
  }

  private static Path assets() {
    String folder = System.getProperty("qopt.test.assets", "");
    assumeTrue(!folder.isEmpty(), "qopt.test.assets names no folder with models");
    return Path.of(folder);
  }

  /** How far one signal is from another. */
  private static final class Distortion {
    private double signal;
    private double noise;

    void add(float[] expected, float[] found) {
      assertTrue(expected.length == found.length && expected.length > 1, "outputs of one size");
      for (int i = 0; i < expected.length; i++) {
        double difference = (double) expected[i] - found[i];
        signal += (double) expected[i] * expected[i];
        noise += difference * difference;
      }
    }

    double decibels() {
      return noise == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(signal / noise);
    }
  }
}
