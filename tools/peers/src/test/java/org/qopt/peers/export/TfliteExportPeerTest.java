package org.qopt.peers.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.cli.model.Boundary;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.MainFunction;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.peers.TfliteReference;
import org.qopt.peers.export.ProgramBuilder.Val;
import org.qopt.target.BoundaryRounding;

/**
 * Random programs, legalized, exported and run by TensorFlow Lite: every value that the interpreter
 * computes is a tensor there and has the same bytes. More programs, or others, with {@code
 * -Dqopt.test.programs} and {@code -Dqopt.test.seed}.
 */
class TfliteExportPeerTest {
  private static final int PROGRAMS = Integer.getInteger("qopt.test.programs", 6);
  private static final long SEED = Long.getLong("qopt.test.seed", 0);

  @ParameterizedTest
  @EnumSource
  void singleOperations(RandomOps.Kind kind) {
    single(kind, "tpu");
  }

  @ParameterizedTest
  @EnumSource
  void singleOperationsOf16Bits(RandomOps.Kind kind) {
    single(kind, "tpu-16x8");
  }

  private static void single(RandomOps.Kind kind, String profile) {
    requirePeer();
    int compared = 0;
    for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
      RandomPrograms program = RandomPrograms.single(kind, seed);
      compared += compare(program, profile, kind + ", seed " + seed) ? 1 : 0;
    }
    int most = compared;
    assertTrue(compared >= PROGRAMS * 3 / 4, () -> "only " + most + " programs were legal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tpu", "tpu-16x8"})
  void severalOperations(String profile) {
    requirePeer();
    int compared = 0;
    for (long seed = SEED; seed < SEED + 4 * PROGRAMS; seed++) {
      compared += compare(RandomPrograms.several(seed), profile, "seed " + seed) ? 1 : 0;
    }
    int most = compared;
    assertTrue(compared >= PROGRAMS, () -> "only " + most + " programs were legal");
  }

  /** Outputs that are inputs, constants, or one value twice, and an input that nothing uses. */
  @Test
  void outputsThatNothingComputes() {
    Tensor x = Tensor.of(Shape.of(1, 4), -1f, 0f, 2f, 3f);
    RandomPrograms program =
        new RandomPrograms(
            """
            func.func @main(%x: tensor<1x4xf32> loc("x"), %z: tensor<1x4xf32> loc("z"))
                -> (tensor<1x4xf32>, tensor<2xf32>, tensor<1x4xf32>, tensor<1x4xf32>) {
              %c = nn.constant {value = dense<[1.0, -2.0]> : tensor<2xf32>} : tensor<2xf32> loc("c")
              %y = nn.relu %x : tensor<1x4xf32> loc("y")
              return %x, %c, %y, %y
                  : tensor<1x4xf32>, tensor<2xf32>, tensor<1x4xf32>, tensor<1x4xf32>
            }
            """,
            List.of(), List.of(List.of(x, x)));
    requirePeer();
    assertTrue(compare(program, "tpu", "outputs"));
  }

  /** Operands that are repeated along more dimensions than kernels take, neighbours differently. */
  @ParameterizedTest
  @CsvSource({"tpu,add", "tpu,sub", "tpu,mul", "tpu-16x8,add", "tpu-16x8,mul"})
  void operandsRepeatedAlongManyDimensions(String profile, String operation) {
    requirePeer();
    Random random = new Random(SEED);
    ProgramBuilder program = new ProgramBuilder(random);
    Val x = program.input(2, 1, 3, 1, 1, 2, 1);
    Val y = program.constant(1, 2, 1, 3, 2, 1, 3);
    Val sum =
        program.add("nn.%s %s, %s".formatted(operation, x.name(), y.name()), 2, 2, 3, 3, 2, 2, 3);
    Val z = program.constant(1, 2, 1, 3, 1, 2, 1);
    Val all =
        program.add("nn.%s %s, %s".formatted(operation, z.name(), sum.name()), 2, 2, 3, 3, 2, 2, 3);
    assertTrue(compare(RandomPrograms.finish(program, List.of(all), random), profile, operation));
  }

  /** What is always 0 has a scale that tells nothing, and must not make others coarse. */
  @ParameterizedTest
  @ValueSource(strings = {"tpu", "tpu-16x8"})
  void whatIsAlwaysZero(String profile) {
    requirePeer();
    Random random = new Random(SEED);
    ProgramBuilder program = new ProgramBuilder(random);
    Val x = program.input(1, 3, 5);
    Val zero = program.add("nn.sub %s, %s".formatted(x.name(), x.name()), 1, 3, 5);
    Val small = program.constant(0.3, 1, 3, 5);
    Val sum = program.add("nn.add %s, %s".formatted(zero.name(), small.name()), 1, 3, 5);
    assertTrue(compare(RandomPrograms.finish(program, List.of(sum), random), profile, "zero"));
  }

  /** Inputs and outputs of float32: the model quantizes and dequantizes as the interpreter does. */
  @Test
  void realInputsAndOutputs() {
    requirePeer();
    for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
      RandomPrograms program = RandomPrograms.single(RandomOps.Kind.SUM, seed);
      Operation module = Legalizer.read(program.text());
      Legalizer.of("tpu").legalize(module, program.samples());
      FuncOp function = MainFunction.of(module);
      byte[] file = TfliteComparison.export(module, ImmutableMap.of("io", "float32"));
      try (TfliteReference tflite = TfliteReference.of(file)) {
        List<Tensor> sample = program.samples().getFirst();
        for (int i = 0; i < sample.size(); i++) {
          if (sample.get(i).size() > 0) {
            tflite.set(tflite.inputs()[i], sample.get(i).floats());
          }
        }
        tflite.run();
        Tensor result = Interpreter.prepare(function).run(stored(function, sample)).getFirst();
        Tensor real = Boundary.toReal(result, function.returnOp().operand(0).type());
        if (real.size() > 0) {
          assertArrayEquals(real.floats(), tflite.float32(tflite.outputs()[0]));
        }
      }
    }
  }

  private static List<Tensor> stored(FuncOp function, List<Tensor> sample) {
    return IntStream.range(0, sample.size())
        .mapToObj(
            i ->
                Boundary.toArgument(
                    sample.get(i), function.arguments().get(i).type(), BoundaryRounding.HALF_AWAY))
        .toList();
  }

  private static boolean compare(RandomPrograms program, String profile, String name) {
    Operation module = Legalizer.read(program.text());
    try {
      Legalizer.of(profile).legalize(module, program.samples());
    } catch (InvalidInputException e) {

      return false;
    }
    FuncOp function = MainFunction.of(module);
    try (TfliteComparison comparison = new TfliteComparison(module)) {
      for (List<Tensor> sample : program.samples()) {
        comparison.assertEqual(stored(function, sample));
      }
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(name + "\n" + program.text(), e);
    }
    return true;
  }

  private static void requirePeer() {
    assumeTrue(
        TfliteReference.unavailable().isEmpty(), () -> TfliteReference.unavailable().orElseThrow());
  }
}
