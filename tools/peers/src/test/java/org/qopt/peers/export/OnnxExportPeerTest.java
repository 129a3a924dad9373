package org.qopt.peers.export;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.tensor.Tensor;
import org.qopt.peers.OnnxRuntime;

/**
 * Random programs, legalized for cpu, exported and run by ONNX Runtime: every operation on int8
 * computes there what the interpreter does. More programs, or others, with {@code
 * -Dqopt.test.programs} and {@code -Dqopt.test.seed}.
 */
class OnnxExportPeerTest {
  private static final int PROGRAMS = Integer.getInteger("qopt.test.programs", 10);
  private static final long SEED = Long.getLong("qopt.test.seed", 0);

  @TempDir private Path folder;

  @BeforeEach
  void requirePeer() {
    assumeTrue(OnnxRuntime.unavailable().isEmpty(), () -> OnnxRuntime.unavailable().orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void singleOperations(RandomOps.Kind kind) {
    for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
      compare(RandomPrograms.single(kind, seed), Map.of(), kind + ", seed " + seed);
    }
  }

  @ParameterizedTest
  @CsvSource({"u8, qdq", "u8, qoperator", "s8, qdq", "s8, qoperator"})
  void severalOperations(String activations, String form) {
    Map<String, String> options = Map.of("onnx-activations", activations, "onnx-format", form);
    for (long seed = SEED; seed < SEED + 4 * PROGRAMS; seed++) {
      compare(RandomPrograms.several(seed), options, options + ", seed " + seed);
    }
  }

  /** Weights cannot be made unsigned beside signed activations. */
  private static Map<String, String> settings(Map<String, String> options) {
    return options.getOrDefault("onnx-activations", "u8").equals("u8")
        ? OnnxProgram.EXACT_PRODUCTS
        : Map.of();
  }

  private void compare(RandomPrograms program, Map<String, String> options, String name) {
    Operation module = Legalizer.read(program.text());
    try {
      Legalizer.of("cpu").legalize(module, program.samples());
    } catch (InvalidInputException e) {
      // A program that shape inference refuses.
      return;
    }
    ByteDifferences found;
    try {
      try (OnnxProgram theirs = OnnxProgram.of(module, folder, options, settings(options))) {
        OnnxLayers layers = new OnnxLayers(theirs);
        for (List<Tensor> sample : program.samples()) {
          layers.compare(sample);
        }
        found = layers.differences();
      }
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(name + "\n" + program.text(), e);
    }
    assertTrue(
        found.largest() <= 1 && found.equal() >= 0.99, () -> name + "\n" + found + program.text());
  }
}
