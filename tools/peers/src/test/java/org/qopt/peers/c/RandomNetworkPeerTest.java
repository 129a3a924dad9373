package org.qopt.peers.c;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.qopt.peers.export.RandomOps.Kind.BILINEAR;
import static org.qopt.peers.export.RandomOps.Kind.NEAREST;
import static org.qopt.peers.export.RandomOps.Kind.TRANSPOSED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.parser.array.NpzWriter;
import org.qopt.peers.CCompiler;
import org.qopt.peers.export.RandomPrograms;

/** Networks of all kinds of operations, compiled with every check that a compiler has. */
class RandomNetworkPeerTest {
  private static final int OPERATIONS = 24;
  private static final int RUNS = 6;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"tpu, 4", "tpu-16x8, 3", "dsp16, 2", "dsp8-block16, 2", "mxint8, 1"})
  void computesWhatTheInterpreterDoes(String target, int networks) throws IOException {
    for (int seed = 0; seed < networks; seed++) {
      Random random = new Random(seed);
      check(target, new RandomNetwork(random).text(OPERATIONS), random, seed);
    }
  }

  /** Images that become larger and smaller, with both kinds of rounding. */
  @ParameterizedTest
  @CsvSource({"tpu, double", "tpu, single", "tpu-16x8, double"})
  void computesImagesOfOtherSizes(String target, String rounding) throws IOException {
    for (int seed = 0; seed < 2; seed++) {
      RandomPrograms program =
          RandomPrograms.chain(
              seed, TRANSPOSED, BILINEAR, NEAREST, TRANSPOSED, NEAREST, BILINEAR, TRANSPOSED);
      check(target, program.text(), new Random(seed), seed, "--rounding=" + rounding);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dsp16", "dsp8-block16", "mxint8"})
  void computesImagesOfOtherSizesInBlockFloatingPoint(String target) throws IOException {
    for (int seed = 0; seed < 2; seed++) {
      RandomPrograms program =
          RandomPrograms.chain(seed, TRANSPOSED, NEAREST, TRANSPOSED, NEAREST, TRANSPOSED);
      check(target, program.text(), new Random(seed), seed);
    }
  }

  private void check(String target, String text, Random random, int seed, String... flags)
      throws IOException {
    List<CCompiler> compilers = CCompiler.found();
    assumeFalse(compilers.isEmpty(), "there is no C compiler");
    Files.writeString(folder.resolve("float.qir"), text);
    calibrate(random);
    Stream<String> words =
        Stream.of(
            "--legalize=" + target,
            "float.qir",
            "--calibration=float.calib.json",
            "-o",
            "legal.qir");
    LegalProgram.qopt(folder, Stream.concat(words, Arrays.stream(flags)).toArray(String[]::new));
    LegalProgram legal = new LegalProgram(folder, "legal.qir");
    legal.assertSame(
        compilers.get(seed % compilers.size()),
        CCompiler.SANITIZED,
        legal.randomInputs(RUNS, random));
  }

  private void calibrate(Random random) {
    FuncOp real = new LegalProgram(folder, "float.qir").function();
    try (NpzWriter writer = NpzWriter.create(folder.resolve("data.npz"))) {
      for (BlockArgument input : real.arguments()) {
        Shape shape = ((TensorType) input.type()).shape();
        float[] values = new float[Math.toIntExact(shape.elements())];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) random.nextGaussian();
        }
        writer.add(input.name().orElseThrow(), Tensor.of(shape, values));
      }
      writer.finish();
    }
    LegalProgram.qopt(
        folder, "calibrate", "float.qir", "--data=data.npz", "-o", "float.calib.json");
  }
}
