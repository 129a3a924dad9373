package org.qopt.peers.c;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.parser.array.ArrayFile;
import org.qopt.parser.array.NpyWriter;
import org.qopt.parser.array.SampleSource;
import org.qopt.peers.CCompiler;

/** Real models as C, on real inputs. */
class ModelPeerTest {
  private static final String DIRECTION = "/models/ch_ppocr_mobile_v2.0_cls_infer.onnx";
  private static final int CALIBRATION_LINES = 6;
  private static final List<String> FAST = List.of("-O3");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "tpu, dscnn_kws, kws, 500",
    "tpu, resnet8_cifar10, cifar10, 300",
    "tpu-16x8, dscnn_kws, kws, 40",
    "tpu-16x8, resnet8_cifar10, cifar10, 10",
    "dsp16, dscnn_kws, kws, 60",
    "dsp16, resnet8_cifar10, cifar10, 20",
    "dsp8-block16, dscnn_kws, kws, 15",
    "mxint8, resnet8_cifar10, cifar10, 5"
  })
  void testSamplesGiveTheSameBytes(String target, String model, String data, int samples)
      throws IOException {
    String assets = System.getProperty("qopt.test.assets", "");
    assumeFalse(assets.isEmpty(), "qopt.test.assets names no folder with models");
    LegalProgram.qopt(
        folder,
        "--legalize=" + target,
        assets + "/models/" + model + "_fp32.tflite",
        "--calibration-data=" + assets + "/data/" + data + "_calibration.npy",
        "-o",
        "legal.qir");
    LegalProgram legal = new LegalProgram(folder, "legal.qir");
    Path inputs = Path.of(assets, "data", data + "_test_inputs.npy");
    legal.assertSame(compiler(), FAST, stored(inputs, legal, samples));
  }

  @ParameterizedTest
  @CsvSource({"tpu, 6", "dsp16, 2", "mxint8, 1"})
  void linesOfTextGiveTheSameBytes(String target, int lines) throws IOException {
    CCompiler compiler = compiler();
    try (InputStream model = ModelPeerTest.class.getResourceAsStream(DIRECTION)) {
      Files.copy(model, folder.resolve("direction.onnx"));
    }
    Path file = folder.resolve("lines.npy");
    try (NpyWriter writer = NpyWriter.create(file, ElementKind.F32, Shape.of(3, 48, 192))) {
      Random random = new Random(1);
      for (int i = 0; i < CALIBRATION_LINES; i++) {
        writer.append(stripes(random));
      }
      writer.finish();
    }
    LegalProgram.qopt(
        folder,
        "--legalize=" + target,
        "direction.onnx",
        "--input-shape=x=1x3x48x192",
        "--calibration-data=lines.npy",
        "-o",
        "legal.qir");
    LegalProgram legal = new LegalProgram(folder, "legal.qir");
    legal.assertSame(compiler, FAST, stored(file, legal, lines));
  }

  private static CCompiler compiler() {
    List<CCompiler> compilers = CCompiler.found();
    assumeFalse(compilers.isEmpty(), "there is no C compiler");
    return compilers.getFirst();
  }

  /** {@return the samples in a file, as the program's only input stores them} */
  private static List<List<Tensor>> stored(Path file, LegalProgram program, int count) {
    Type type = program.function().arguments().getFirst().type();
    Shape shape = ((TensorType) type).shape();
    List<List<Tensor>> samples = new ArrayList<>();
    try (ArrayFile arrays = ArrayFile.open(file)) {
      SampleSource source = arrays.arrays().values().iterator().next();
      for (long i = 0; i < count; i++) {
        samples.add(List.of(StoredTensors.of(source.read(i, 1).reshaped(shape), type)));
      }
    }
    return samples;
  }

  /** Something with edges, in the range that the model expects. */
  private static Tensor stripes(Random random) {
    float[] image = new float[3 * 48 * 192];
    int width = 2 + random.nextInt(9);
    for (int i = 0; i < image.length; i++) {
      float noise = 0.2f * (float) random.nextGaussian();
      image[i] = Math.clamp((i % 192 / width % 2 == 0 ? 0.8f : -0.8f) + noise, -1, 1);
    }
    return Tensor.of(Shape.of(1, 3, 48, 192), image);
  }
}
