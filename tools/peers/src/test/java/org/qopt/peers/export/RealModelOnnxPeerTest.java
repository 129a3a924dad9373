package org.qopt.peers.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.MainFunction;
import org.qopt.ir.ValueNaming;
import org.qopt.ir.interpret.Executable;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.tensor.Tensor;
import org.qopt.peers.OnnxRuntime;
import org.qopt.peers.OnnxRuntime.FloatTensor;

/**
 * Trained models, legalized for cpu, exported and run by ONNX Runtime: layer by layer, on the same
 * inputs, the values are those of the interpreter.
 */
class RealModelOnnxPeerTest {
  private static final int SAMPLES = Integer.getInteger("qopt.test.samples", 10);

  @TempDir private Path folder;

  @BeforeEach
  void requirePeer() {
    assumeTrue(OnnxRuntime.unavailable().isEmpty(), () -> OnnxRuntime.unavailable().orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void layersAgree(RealModels.Known known) throws IOException {
    assertAgreement(known.load(SAMPLES), Map.of(), Map.of(), OnnxProgram.EXACT_PRODUCTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v3", "v4"})
  void layersOfDetectorsAgree(String version) throws IOException {
    for (String format : List.of("qdq", "qoperator")) {
      assertAgreement(
          RealModels.detector(version, 1),
          Map.of(),
          Map.of("onnx-format", format),
          OnnxProgram.EXACT_PRODUCTS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void layersAgreeWithWeightsOfSevenBits(RealModels.Known known) throws IOException {
    assertAgreement(known.load(SAMPLES), Map.of("reduce-range", "true"), Map.of(), Map.of());
  }

  /**
   * Without VNNI pairs of products are added in 16 bits that saturate, unless weights have 7 bits;
   * how often that shows is said.
   */
  @ParameterizedTest
  @EnumSource
  void productsSaturateOnlyWithoutVnni(RealModels.Known known) throws IOException {
    ByteDifferences found = differences(known.load(SAMPLES), Map.of(), Map.of(), Map.of());
    System.out.printf("%s as it is run on %s:%n%s", known, Processor.name(), found);
    assertTrue(found.equal() >= (Processor.hasVnni() ? 0.999 : 0.95), found::toString);
  }

  @ParameterizedTest
  @EnumSource
  void outputsAgree(RealModels.Known known) throws IOException {
    RealModels model = known.load(SAMPLES);
    Legalizer.of("cpu").legalize(model.module(), model.calibration());
    FuncOp function = MainFunction.of(model.module());
    Executable ours = Interpreter.prepare(function);
    String input = ValueNaming.of(function).name(function.arguments().getFirst());
    try (OnnxProgram theirs =
        OnnxProgram.of(model.module(), folder, Map.of(), OnnxProgram.EXACT_PRODUCTS)) {
      for (List<Tensor> sample : model.samples()) {
        float[] expected =
            theirs
                .run(
                    Map.of(
                        input,
                        new FloatTensor(
                            sample.getFirst().shape().dims().toArray(),
                            sample.getFirst().floats())))
                .values()
                .iterator()
                .next()
                .values();
        // Only what is behind the last quantized operation is computed in float.
        assertArrayEquals(expected, ours.run(sample).getFirst().floats(), 1e-5f);
      }
    }
  }

  private void assertAgreement(
      RealModels model,
      Map<String, String> options,
      Map<String, String> exporting,
      Map<String, String> settings)
      throws IOException {
    ByteDifferences found = differences(model, options, exporting, settings);
    System.out.printf("%s %s on %s:%n%s", options, exporting, Processor.name(), found);
    assertTrue(found.values() > 10_000, "values of a whole model");
    assertTrue(found.equal() >= 0.999 && found.largest() <= 1, found::toString);
  }

  private ByteDifferences differences(
      RealModels model,
      Map<String, String> options,
      Map<String, String> exporting,
      Map<String, String> settings)
      throws IOException {
    new Legalizer("cpu", ImmutableMap.copyOf(options))
        .legalize(model.module(), model.calibration());
    try (OnnxProgram program = OnnxProgram.of(model.module(), folder, exporting, settings)) {
      Map<String, Integer> nodes = program.nodes();
      assertEquals(
          0, nodes.getOrDefault("Conv", 0) + nodes.getOrDefault("Gemm", 0), nodes::toString);
      assertTrue(nodes.getOrDefault("QLinearConv", 0) > 0, nodes::toString);
      OnnxLayers layers = new OnnxLayers(program);
      for (List<Tensor> sample : model.samples()) {
        layers.compare(sample);
      }
      return layers.differences();
    }
  }
}
