package org.qopt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.cli.data.Arrays;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

class QoptTest {
  private static final String RELU =
      """
      func.func @main(%x: tensor<1x2xf32> loc("x")) -> tensor<1x2xf32> {
        %y = nn.relu %x : tensor<1x2xf32> loc("y")
        return %y : tensor<1x2xf32>
      }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeInputs() throws IOException {
    Files.writeString(folder.resolve("m.qir"), RELU);
    Files.writeString(folder.resolve("other.qir"), RELU.replace("relu", "relu6"));
    Files.writeString(folder.resolve("bad.qir"), RELU.replace("nn.relu", "nn.rellu"));
    Arrays.writeNpy(folder.resolve("d.npy"), Tensor.of(Shape.of(2, 2), -1f, 3f, 4f, 8f));
  }

  @Test
  void endsWithZeroWhenAllIsDone() {
    assertDone(run("m.qir"));
    assertDone(run("m.qir", "-o", "out.qir"));
    assertDone(run("calibrate", "m.qir", "--data=d.npy", "-o", "m.calib.json"));
    assertDone(run("--legalize=tpu", "m.qir", "--calibration=m.calib.json", "-o", "m.tpu.qir"));
    assertDone(run("run", "m.tpu.qir", "--input=d.npy", "--output=y.npy"));
    assertDone(run("compare", "m.qir", "m.tpu.qir", "--data=d.npy"));
    for (String file : List.of("out.qir", "m.calib.json", "m.tpu.qir", "y.npy")) {
      assertTrue(Files.exists(folder.resolve(file)), file);
    }
  }

  @Test
  void endsWithOneWhenAnInputIsAtFault() {
    assertFault(
        "none.npy: error: cannot read: no such file or directory\n",
        run("run", "m.qir", "--input=none.npy"));
    assertEquals(1, run("bad.qir").status());
    assertEquals(1, run("run", "m.qir", "--input=m.qir").status());
  }

  @Test
  void endsWithOneWhenAComparisonFails() {
    QoptRun compared = run("compare", "m.qir", "other.qir", "--data=d.npy", "--min-sqnr=50");
    assertEquals(1, compared.status());
    assertTrue(
        compared.err().startsWith("other.qir: error: expected SQNR of \"y\""), compared.err());
    assertTrue(compared.out().contains("agreement: 1.0000"), compared.out());
  }

  @Test
  void endsWithTwoWhenTheCommandLineIsAtFault() {
    assertUsage("unknown flag '--nosuch'", "--nosuch", "m.qir");
    assertUsage("there is no target 'tpv'; did you mean 'tpu'?", "--legalize=tpv", "m.qir");
    assertUsage(
        "there is no target 'tpv'; did you mean 'tpu'?", "--quant-annotate=target=tpv", "m.qir");
    assertUsage("there is no command 'calibrat'; did you mean 'calibrate'?", "calibrat", "m.qir");
    assertUsage("expected one program, but got [m.qir, other.qir]", "m.qir", "other.qir");
    assertUsage("calibrate needs --data=FILE", "calibrate", "m.qir");
    assertUsage("compare needs REFERENCE CANDIDATE --data=FILE", "compare", "m.qir");
    assertUsage("--verify-each wants true or false, but got 'no'", "--verify-each=no", "m.qir");
    assertUsage(
        "--max-errors wants a whole number of at least 0, but got 'x'", "--max-errors=x", "m.qir");
    assertUsage("targets takes no names, but got [tpu]", "targets", "tpu");
    assertUsage(
        "--pass-pipeline says all; other pass flags cannot stand beside it",
        "--pass-pipeline=builtin.module(cse)",
        "--cse",
        "m.qir");
    assertUsage(
        "--threads wants a whole number of at least 1, but got '0'",
        "calibrate",
        "m.qir",
        "--data=d.npy",
        "--threads=0");
  }

  @Test
  void refusesDumpsAroundPassesThatDoNotExist() {
    QoptRun run = run("--cse", "--mlir-print-ir-after=csi", "m.qir");
    assertEquals(
        new QoptRun(2, "", "qopt: error: there is no pass 'csi'; did you mean 'cse'?\n"), run);
  }

  @Test
  void showsWhereAPipelineIsMalformed() {
    assertEquals(
        new QoptRun(
            2,
            "",
            """
            qopt: error: there is no pass 'nope'
            builtin.module(cse,nope)
                               ^
            """),
        run("--pass-pipeline=builtin.module(cse,nope)", "m.qir"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bad.qir", "none.qir", "none.onnx", "none.tflite"})
  void leavesAnOldOutputUntouchedWhenAnInputIsAtFault(String input) throws IOException {
    Files.writeString(folder.resolve("out.qir"), "old");
    assertEquals(1, run(input, "-o", "out.qir").status());
    assertEquals("old", Files.readString(folder.resolve("out.qir")));
    assertNothingIsLeftOver();
  }

  @Test
  void leavesAnOldResultUntouchedWhenTheDataAreAtFault() throws IOException {
    // The fault comes late: after the first results were computed.
    Arrays.writeNpy(folder.resolve("nan.npy"), Tensor.of(Shape.of(2, 2), 1f, 2f, Float.NaN, 3f));
    for (String result : List.of("y.npy", "y.npz")) {
      Files.writeString(folder.resolve(result), "old");
      assertFault(
          "nan.npy: error: sample 1 has NaN for input \"x\" (element 0)\n",
          run("run", "m.qir", "--input=nan.npy", "--output=" + result));
      assertEquals("old", Files.readString(folder.resolve(result)));
    }
    assertNothingIsLeftOver();
  }

  @Test
  void readsFromStandardInputAndWritesToStandardOutput() {
    String expected = run("m.qir").out();
    assertTrue(expected.startsWith("module {"), expected);
    assertEquals(expected, QoptRun.reading(RELU, folder, "-").out());
    assertEquals(expected, QoptRun.reading(RELU, folder).out());
    assertEquals(expected, QoptRun.reading(RELU, folder, "-", "-o", "-").out());
    assertEquals(expected, QoptRun.reading(RELU, folder, "-cse", "-canonicalize").out());
  }

  @Test
  void callsStandardInputByItsName() {
    QoptRun run = QoptRun.reading("func.func", folder, "-");
    assertEquals(1, run.status());
    assertTrue(run.err().startsWith("<stdin>:1:10: error: "), run.err());
  }

  @Test
  void readsOnlyQirFromStandardInput() {
    assertUsage("only QIR is read from standard input", "--from=onnx", "-");
  }

  @Test
  void tellsVersionAndHelp() {
    assertTrue(run("--version").out().matches("qopt \\d+\\.\\d+\\.\\d+\\S*\n"));
    assertEquals(run("--version"), run("-version"));
    assertTrue(run("--help").out().contains("  qopt calibrate "));
    assertTrue(run("compare", "-h").out().contains("--min-agreement=A"));
    assertEquals(0, run("--help").status());
  }

  @Test
  void listsWhatThereIs() {
    assertTrue(run("ops").out().contains("  nn.relu "));
    assertTrue(run("ops", "nn.relu").out().startsWith("nn.relu: "));
    assertTrue(run("passes").out().contains("canonicalize "));
    assertTrue(run("targets").out().contains("\ntpu: "));
  }

  private QoptRun run(String... words) {
    return QoptRun.in(folder, words);
  }

  private void assertDone(QoptRun run) {
    assertEquals(0, run.status(), run.err());
    assertEquals("", run.err());
  }

  private static void assertFault(String message, QoptRun run) {
    assertEquals(new QoptRun(1, "", message), run);
  }

  private void assertUsage(String message, String... words) {
    assertEquals(new QoptRun(2, "", "qopt: error: " + message + "\n"), run(words));
  }

  private void assertNothingIsLeftOver() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertFalse(
          names.stream().anyMatch(name -> name.contains("tmp") || name.startsWith(".")),
          names.toString());
    }
  }
}
