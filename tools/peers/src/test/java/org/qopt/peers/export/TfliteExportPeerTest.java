package org.qopt.peers.export;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.cli.model.Boundary;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.MainFunction;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.tensor.Tensor;
import org.qopt.peers.TfliteReference;

/**
 * Random programs, legalized, exported and run by TensorFlow Lite: every value that the interpreter
 * computes is a tensor there and has the same bytes. More programs, or others, with {@code
 * -Dqopt.test.programs} and {@code -Dqopt.test.seed}.
 */
class TfliteExportPeerTest {
  private static final int PROGRAMS = Integer.getInteger("qopt.test.programs", 15);
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
        comparison.assertEqual(
            IntStream.range(0, sample.size())
                .mapToObj(
                    i ->
                        Boundary.toArgument(
                            sample.get(i), function.arguments().get(i).type(), false))
                .toList());
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
