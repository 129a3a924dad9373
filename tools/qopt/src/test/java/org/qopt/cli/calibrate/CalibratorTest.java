package org.qopt.cli.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.cli.CliIo;
import org.qopt.cli.data.Arrays;
import org.qopt.cli.data.SampleFiles;
import org.qopt.cli.data.Samples;
import org.qopt.cli.model.Model;
import org.qopt.cli.model.Programs;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.passes.bind.CalibrationTable;
import org.qopt.quantize.ValueRange;

class CalibratorTest {
  private static final String QUOTIENT =
      """
      func.func @main(%x: tensor<1x2xf32> loc("x")) -> tensor<1x2xf32> {
        %c = nn.constant {value = dense<6.0> : tensor<1x2xf32>} : tensor<1x2xf32> loc("c")
        %q = nn.div %c, %x : tensor<1x2xf32> loc("q")
        %y = nn.relu %q : tensor<1x2xf32> loc("y")
        return %y : tensor<1x2xf32>
      }
      """;

  @TempDir private Path folder;

  @Test
  void findsTheRangeOfEachValueButNotOfConstants() {
    assertEquals(
        CalibrationTable.of(
            Map.of(
                "x", new ValueRange(-3, 4),
                "q", new ValueRange(-3, 6),
                "y", new ValueRange(0, 6)),
            3,
            "minmax"),
        calibrate(QUOTIENT, 1, 3, 1f, 2f, -2f, 3f, 4f, -3f));
  }

  @Test
  void looksAtAsManySamplesAsItIsTold() {
    CalibrationTable table = calibrate(QUOTIENT, 1, 2, 1f, 2f, 3f, 3f, 100f, -100f);
    assertEquals(new ValueRange(1, 3), table.ranges().get("x"));
    assertEquals(2, table.samples());
  }

  @Test
  void countsSamplesNotRuns() {
    String batch = QUOTIENT.replace("1x2x", "2x2x");
    CalibrationTable table = calibrate(batch, 1, 2, 1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f);
    assertEquals(4, table.samples());
    assertEquals(new ValueRange(1, 8), table.ranges().get("x"));
  }

  @Test
  void givesTheSameForAnyNumberOfThreads() {
    float[] data = new float[2 * 101];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) Math.sin(i * 1.7 + 1) * i + 0.25f;
    }
    assertEquals(calibrate(QUOTIENT, 1, 101, data), calibrate(QUOTIENT, 4, 101, data));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void namesValueAndSampleOfAnInfinity(int threads) {
    assertFault(
        "sample 1: value \"q\" becomes Infinity (element 1), which no range can hold",
        () -> calibrate(QUOTIENT, threads, 4, 1f, 1f, 1f, 0f, 0f, 1f, 1f, 1f));
  }

  @Test
  void namesValueAndSampleOfANan() {
    assertFault(
        "sample 2: value \"q\" becomes NaN (element 0), which no range can hold",
        () -> calibrate(QUOTIENT.replace("6.0", "0.0"), 1, 3, 1f, 1f, 1f, 1f, 0f, 1f));
  }

  @Test
  void refusesInfiniteData() {
    assertFault(
        "sample 1: value \"x\" becomes -Infinity (element 0), which no range can hold",
        () -> calibrate(QUOTIENT, 1, 2, 1f, 1f, Float.NEGATIVE_INFINITY, 1f));
  }

  private static void assertFault(String message, org.junit.jupiter.api.function.Executable call) {
    Diagnostic fault = assertThrows(InvalidInputException.class, call).diagnostics().getFirst();
    assertEquals(FileLocation.whole("d.npy"), fault.location());
    assertEquals(message, fault.message());
  }

  private CalibrationTable calibrate(String program, int threads, long runs, float... data) {
    Arrays.writeNpy(folder.resolve("d.npy"), Tensor.of(Shape.of(data.length / 2, 2), data));
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
    CliIo io = CliIo.of(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, folder);
    Model model = Programs.model(program);
    try (Samples samples = SampleFiles.all(io, model.inputs(), List.of("d.npy"))) {
      return Calibrator.run(List.of(model), samples, runs, threads, () -> {});
    }
  }
}
