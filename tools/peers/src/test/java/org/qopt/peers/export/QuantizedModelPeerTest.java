package org.qopt.peers.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.qopt.cli.model.Boundary;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.MainFunction;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Executable;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.parser.array.ArrayFile;
import org.qopt.parser.array.SampleSource;
import org.qopt.parser.onnx.OnnxReader;
import org.qopt.parser.tflite.TfliteReader;
import org.qopt.peers.TfliteReference;
import org.qopt.target.BoundaryRounding;

/**
 * Models that are quantized already, read, legalized and written again: the model, what is written
 * and the interpreter give the very same bytes. {@code -Dqopt.test.samples} says over how many
 * inputs.
 */
class QuantizedModelPeerTest {
  private static final int SAMPLES = Integer.getInteger("qopt.test.samples", 10);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "dscnn_kws_int8_reference.tflite, kws_test_inputs.npy",
    "resnet8_cifar10_int8_reference.tflite, cifar10_test_inputs.npy"
  })
  void bytesAreThoseOfTheModelItself(String model, String data) throws IOException {
    String assets = System.getProperty("qopt.test.assets", "");
    assumeTrue(!assets.isEmpty(), "qopt.test.assets names no folder with models");
    assumeTrue(
        TfliteReference.unavailable().isEmpty(), () -> TfliteReference.unavailable().orElseThrow());
    Path file = Path.of(assets, "models", model);
    Operation module = TfliteReader.read(file);
    Legalizer.of("tpu").legalize(module);
    FuncOp function = MainFunction.of(module);
    Executable ours = Interpreter.prepare(function);
    byte[] exported = TfliteComparison.export(module, ImmutableMap.of());
    try (TfliteReference official = TfliteReference.of(Files.readAllBytes(file));
        TfliteReference written = TfliteReference.of(exported);
        ArrayFile arrays = ArrayFile.open(Path.of(assets, "data", data))) {
      assertEquals(
          official.name(official.outputs()[0]),
          written.name(written.outputs()[0]),
          "the output's name");
      SampleSource source = arrays.arrays().values().iterator().next();
      for (int i = 0; i < Math.min(SAMPLES, source.shape().dim(0)); i++) {
        Tensor input = stored(source.read(i, 1).cast(ElementKind.F32), function);
        byte[] expected = run(official, input);
        assertArrayEquals(expected, run(written, input), "what was written, sample " + i);
        assertArrayEquals(
            expected, ours.run(List.of(input)).getFirst().bytes(), "the interpreter, sample " + i);
      }
    }
  }

  /** What was written for cpu is read again: the same program, from nothing but the file. */
  @ParameterizedTest
  @CsvSource({"KWS, cpu", "KWS, cpu-static", "RESNET8, cpu", "RESNET8, cpu-static"})
  void programsOfCpuAreReadAgain(RealModels.Known known, String profile) throws IOException {
    RealModels model = known.load(SAMPLES);
    Legalizer.of(profile).legalize(model.module(), model.calibration());
    Operation again = read(OnnxProgram.bytes(model.module(), Map.of()));
    Legalizer.of(profile).legalize(again);
    Executable first = Interpreter.prepare(MainFunction.of(model.module()));
    Executable second = Interpreter.prepare(MainFunction.of(again));
    for (List<Tensor> sample : model.samples()) {
      assertEquals(first.run(sample), second.run(sample));
    }
  }

  /** A model in the form of ONNX Runtime's static quantizer goes through TensorFlow Lite. */
  @ParameterizedTest
  @EnumSource(names = {"KWS", "RESNET8"})
  void quantizedOnnxModelsRunOnTpu(RealModels.Known known) throws IOException {
    assumeTrue(
        TfliteReference.unavailable().isEmpty(), () -> TfliteReference.unavailable().orElseThrow());
    RealModels model = known.load(SAMPLES);
    Legalizer.of("cpu-static").legalize(model.module(), model.calibration());
    Operation again = read(OnnxProgram.bytes(model.module(), Map.of()));
    Legalizer.of("tpu").legalize(again);
    FuncOp function = MainFunction.of(again);
    try (TfliteComparison comparison = new TfliteComparison(again)) {
      for (List<Tensor> sample : model.samples()) {
        comparison.assertEqual(List.of(stored(sample.getFirst(), function)));
      }
    }
  }

  private Operation read(byte[] model) throws IOException {
    Path file = folder.resolve("written.onnx");
    Files.write(file, model);
    return OnnxReader.read(file, Map.of());
  }

  private static Tensor stored(Tensor sample, FuncOp function) {
    return Boundary.toArgument(
        sample, function.arguments().getFirst().type(), BoundaryRounding.HALF_AWAY);
  }

  private static byte[] run(TfliteReference tflite, Tensor input) {
    tflite.set(tflite.inputs()[0], input.bytes());
    tflite.run();
    return tflite.int8(tflite.outputs()[0]);
  }
}
