package org.qopt.peers.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.parser.onnx.OnnxReader;
import org.qopt.peers.OnnxRuntime;
import org.qopt.peers.OnnxRuntime.FloatTensor;

/** Operators that change the size of images, read and interpreted, against ONNX Runtime. */
class OnnxNodePeerTest {
  private static final String[] COORDINATES = {
    "asymmetric", "half_pixel", "align_corners", "pytorch_half_pixel"
  };
  private static final String[] NEAREST = {
    "floor", "ceil", "round_prefer_floor", "round_prefer_ceil"
  };
  private static final float[] SCALES = {0.3f, 0.5f, 0.6f, 1, 1.5f, 1.7f, 2, 2.5f, 3, 4};
  private static final int CASES = 80;

  @TempDir private Path folder;

  @BeforeAll
  static void requireRuntime() {
    assumeTrue(OnnxRuntime.unavailable().isEmpty(), () -> OnnxRuntime.unavailable().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nearestPixelsAreEqual(boolean sizes) throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < CASES; i++) {
      String nearest = NEAREST[i % NEAREST.length];
      Shape shape = image(random);
      OnnxNode node =
          resize(random, shape, sizes, COORDINATES[i / NEAREST.length % COORDINATES.length])
              .attribute("mode", "nearest")
              .attribute("nearest_mode", nearest);
      assertAgrees(node, shape, random, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void bilinearWeightsAgree(boolean sizes) throws IOException {
    Random random = new Random(2);
    for (int i = 0; i < CASES; i++) {
      Shape shape = image(random);
      OnnxNode node =
          resize(random, shape, sizes, COORDINATES[i % COORDINATES.length])
              .attribute("mode", "linear");
      assertAgrees(node, shape, random, 1e-4f);
    }
  }

  @Test
  void pixelsOfUpsampleAreEqual() throws IOException {
    Random random = new Random(3);
    for (int i = 0; i < CASES; i++) {
      Shape shape = image(random);
      float scale = 1 + random.nextInt(8) / 4f;
      OnnxNode node =
          new OnnxNode("Upsample", 9, shape)
              .floats("scales", 1, 1, scale, 2)
              .attribute("mode", i % 2 == 0 ? "nearest" : "linear");
      assertAgrees(node, shape, random, i % 2 == 0 ? 0 : 1e-4f);
    }
  }

  @Test
  void transposedConvolutionsAgree() throws IOException {
    Random random = new Random(4);
    String[] modes = {"NOTSET", "SAME_UPPER", "SAME_LOWER", "VALID"};
    for (int i = 0; i < CASES; i++) {
      Shape shape = image(random);
      int groups = shape.dim(1) == 4 ? 2 : 1;
      String mode = modes[i % modes.length];
      long[] strides = {1 + random.nextInt(3), 1 + random.nextInt(3)};
      OnnxNode node =
          new OnnxNode("ConvTranspose", 11, shape)
              .weights(
                  "w",
                  random,
                  shape.dim(1),
                  1 + i % 3,
                  1 + random.nextInt(4),
                  1 + random.nextInt(3))
              .weights("b", random, (1L + i % 3) * groups)
              .attribute("strides", strides)
              .attribute("dilations", new long[] {1 + i % 2, 1})
              .attribute("group", groups)
              .attribute("auto_pad", mode);
      if (mode.equals("NOTSET") && i % 8 == 0) {
        long grown = (shape.dim(2) - 1) * strides[0];
        node.attribute("output_shape", new long[] {grown + 1, (shape.dim(3) - 1) * strides[1] + 1});
      } else if (mode.equals("NOTSET")) {
        node.attribute("output_padding", new long[] {strides[0] - 1, 0});
      }
      assertAgrees(node, shape, random, 1e-4f);
    }
  }

  private static OnnxNode resize(Random random, Shape shape, boolean sizes, String coordinates) {
    OnnxNode node =
        new OnnxNode("Resize", 13, shape)
            .absent()
            .attribute("coordinate_transformation_mode", coordinates);
    if (sizes) {
      node.absent()
          .integers(
              "sizes", shape.dim(0), shape.dim(1), 1 + random.nextInt(20), 1 + random.nextInt(20));
    } else {
      float vertical = SCALES[random.nextInt(SCALES.length)];
      float horizontal = SCALES[random.nextInt(SCALES.length)];
      node.floats("scales", 1, 1, vertical, horizontal);
    }
    return node;
  }

  private static Shape image(Random random) {
    return Shape.of(
        1 + random.nextInt(2), 1 + random.nextInt(4), 4 + random.nextInt(7), 4 + random.nextInt(7));
  }

  private void assertAgrees(OnnxNode node, Shape shape, Random random, float tolerance)
      throws IOException {
    Path file = folder.resolve("node.onnx");
    Files.write(file, node.file());
    float[] image = new float[(int) shape.elements()];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) random.nextGaussian();
    }
    Operation module = OnnxReader.read(file, Map.of());
    Tensor found =
        Interpreter.prepare(new FuncOp(new ModuleOp(module).opsOf(FuncOp.DEF).getFirst()))
            .run(List.of(Tensor.of(shape, image)))
            .getFirst();
    try (OnnxRuntime runtime = OnnxRuntime.load(file)) {
      FloatTensor expected =
          runtime.run(Map.of("x", new FloatTensor(shape.dims().toArray(), image))).get("y");
      assertEquals(
          Shape.of(expected.shape()),
          found.shape(),
          () -> Printer.toText(module, PrintOptions.PRETTY));
      assertArrayEquals(
          expected.values(),
          found.floats(),
          tolerance,
          () -> Printer.toText(module, PrintOptions.PRETTY));
    }
  }
}
