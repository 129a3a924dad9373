package org.qopt.peers.export;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.qopt.ir.Operation;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.parser.array.ArrayFile;
import org.qopt.parser.array.SampleSource;
import org.qopt.parser.onnx.OnnxReader;
import org.qopt.parser.tflite.TfliteReader;

/**
 * A trained float model with inputs that it was made for.
 *
 * @param module the program
 * @param calibration inputs to find ranges with
 * @param samples inputs to run, of which a test takes as many as it likes
 */
record RealModels(
    Operation module, List<List<Tensor>> calibration, ImmutableList<List<Tensor>> samples) {
  private static final int CALIBRATION = 32;
  private static final String DIRECTION = "/models/ch_ppocr_mobile_v2.0_cls_infer.onnx";

  /** The models that there are. */
  enum Known {
    KWS {
      @Override
      RealModels load(int samples) throws IOException {
        return trained("dscnn_kws_fp32.tflite", "kws", samples);
      }
    },
    RESNET8 {
      @Override
      RealModels load(int samples) throws IOException {
        return trained("resnet8_cifar10_fp32.tflite", "cifar10", samples);
      }
    },
    DIRECTION_OF_TEXT {
      @Override
      RealModels load(int samples) throws IOException {
        return direction(samples);
      }
    };

    /** {@return the model with at most so many samples}; a test is skipped where it is missing */
    abstract RealModels load(int samples) throws IOException;
  }

  private static RealModels trained(String model, String data, int samples) throws IOException {
    String assets = System.getProperty("qopt.test.assets", "");
    assumeTrue(!assets.isEmpty(), "qopt.test.assets names no folder with models");
    Path folder = Path.of(assets, "data");
    return new RealModels(
        TfliteReader.read(Path.of(assets, "models", model)),
        arrays(folder.resolve(data + "_calibration.npy"), CALIBRATION),
        arrays(folder.resolve(data + "_test_inputs.npy"), samples));
  }

  private static ImmutableList<List<Tensor>> arrays(Path file, int most) throws IOException {
    ImmutableList.Builder<List<Tensor>> all = ImmutableList.builder();
    try (ArrayFile arrays = ArrayFile.open(file)) {
      SampleSource source = arrays.arrays().values().iterator().next();
      long count = Math.min(source.shape().dim(0), most);
      for (int i = 0; i < count; i++) {
        all.add(List.of(source.read(i, 1).cast(ElementKind.F32)));
      }
    }
    return all.build();
  }

  private static RealModels direction(int samples) throws IOException {
    return striped(DIRECTION, Shape.of(1, 3, 48, 192), 4, Math.min(samples, 50));
  }

  /** {@return the detector of text of this version, for small images} */
  static RealModels detector(String version, int samples) throws IOException {
    String file = "/models/ch_PP-OCR%s_det_infer.onnx".formatted(version);
    return striped(file, Shape.of(1, 3, 96, 160), 2, samples);
  }

  private static RealModels striped(String resource, Shape shape, int calibration, int samples)
      throws IOException {
    Path file = Files.createTempFile("model", ".onnx");
    try (InputStream model = RealModels.class.getResourceAsStream(resource)) {
      Files.write(file, model.readAllBytes());
      Operation module = OnnxReader.read(file, Map.of("x", shape));
      Random random = new Random(1);
      return new RealModels(
          module, stripes(random, shape, calibration), stripes(random, shape, samples));
    } finally {
      Files.delete(file);
    }
  }

  /** Images with edges, in the range that models expect. */
  private static ImmutableList<List<Tensor>> stripes(Random random, Shape shape, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            _ -> {
              float[] image = new float[Math.toIntExact(shape.elements())];
              int width = 2 + random.nextInt(9);
              for (int i = 0; i < image.length; i++) {
                float level = i % shape.size(3) / width % 2 == 0 ? 0.8f : -0.8f;
                image[i] = Math.clamp(level + 0.2f * (float) random.nextGaussian(), -1, 1);
              }
              return List.of(Tensor.of(shape, image));
            })
        .collect(ImmutableList.toImmutableList());
  }
}
