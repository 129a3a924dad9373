package org.example.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin as the stock qopt sees it: a jar, whose classes are not on the class path. */
class PluginTest {
  private static final String PLUGIN = "--plugin=" + System.getProperty("qopt.example.plugin");
  private static final String PROGRAM =
      """
      func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
        %y = example.leaky_relu %x {slope = 0.02 : f32} : tensor<4xf32>
        return %y : tensor<4xf32>
      }
      """;
  // As quant-annotate and bind-calibration leave it.
  private static final String QUANTIZED =
      """
      func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
        %0 = quant.qcast %x : tensor<4x!quant.uniform<i8:f32, 0.5>>
        %1 = quant.dcast %0 : tensor<4xf32>
        %2 = example.leaky_relu %1 {slope = 0.5 : f32} : tensor<4xf32>
        %3 = quant.qcast %2 : tensor<4x!quant.uniform<i8:f32, 0.25>>
        %4 = quant.dcast %3 : tensor<4xf32>
        return %4 : tensor<4xf32>
      }
      """;

  @TempDir private Path folder;

  private QoptRun qopt(String... words) {
    return reading(PROGRAM, words);
  }

  private QoptRun reading(String program, String... words) {
    return QoptRun.of(folder, program, List.of(words));
  }

  private static void assertHas(String text, QoptRun run) {
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains(text), run.out());
  }

  private static void assertRefused(int status, String message, QoptRun run) {
    assertEquals(status, run.status(), run.err());
    assertTrue(run.err().contains(message), run.err());
  }

  @Test
  void itsClassesAreNotOnTheClassPath() {
    assertThrows(
        ClassNotFoundException.class, () -> Class.forName("org.example.plugin.ExampleDialect"));
  }

  @Test
  void operationIsReadAndPrintedInThePrettyForm() {
    assertHas(
        "%0 = example.leaky_relu %arg0 {slope = 0.02 : f32} : tensor<4xf32>", qopt(PLUGIN, "-"));
  }

  @Test
  void clauseIsChecked() {
    assertRefused(
        1,
        "<stdin>:2:8: error: 'example.leaky_relu' op expected a slope from 0 to 1, but got 2.0",
        reading(PROGRAM.replace("0.02", "2.0"), PLUGIN, "-"));
  }

  @Test
  void inferenceFillsInShapes() {
    String program =
        PROGRAM
            .replace("} : tensor<4xf32>", "} : tensor<?xf32>")
            .replace("%y : tensor<4xf32>", "%y : tensor<?xf32>")
            .replace("-> tensor<4xf32>", "-> tensor<?xf32>");
    assertHas(
        "slope = 0.02 : f32} : tensor<4xf32>", reading(program, PLUGIN, "--shape-inference", "-"));
  }

  @Test
  void passRunsWithItsOptionByItsFlagAndInPipelines() {
    assertHas("example.leaky_relu", qopt(PLUGIN, "--simplify-example", "-"));
    assertHas("nn.relu %arg0", qopt(PLUGIN, "--simplify-example=relu-below=0.1", "-"));
    assertHas(
        "nn.relu %arg0",
        qopt(PLUGIN, "--pass-pipeline=func.func(simplify-example{relu-below=0.1})", "-"));
  }

  @Test
  void pipelineRunsByItsFlagAndInPipelines() {
    assertHas("nn.relu %arg0", qopt(PLUGIN, "--tidy-example", "-"));
    assertHas(
        "nn.relu %arg0", qopt(PLUGIN, "--pass-pipeline=builtin.module(tidy-example,cse)", "-"));
    assertRefused(
        0,
        "builtin.module(simplify-example{relu-below=0.05},canonicalize",
        qopt(PLUGIN, "--tidy-example", "--dump-pass-pipeline", "-"));
  }

  @Test
  void functionsBecomeTablesThatComputeTheSame() throws IOException {
    QoptRun legal = reading(QUANTIZED, PLUGIN, "--legalize-to-example", "-");
    // Entry 0 is -128: -64.0 becomes -32.0, which are -128 steps of 0.25.
    assertHas("example.table %0 {table = array<i8: -128, -127, -126,", legal);
    Files.writeString(folder.resolve("float.qir"), QUANTIZED);
    Files.writeString(folder.resolve("legal.qir"), legal.out());
    Files.write(folder.resolve("x.npy"), npy(-64, -0.5f, 0.5f, 31));
    QoptRun comparison =
        qopt("compare", PLUGIN, "float.qir", "legal.qir", "--data=x.npy", "--json=-");
    assertHas("\"bit_exact\": true", comparison);
  }

  // One sample of the program's input.
  private static byte[] npy(float... values) {
    String header =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1, %d), }".formatted(values.length);
    ByteBuffer bytes = ByteBuffer.allocate(128 + Float.BYTES * values.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) 118);
    bytes.put(
        (header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }

  @Test
  void targetLeadsFromAFloatProgramToALegalOne() throws IOException {
    Files.write(folder.resolve("x.npy"), npy(-2, -1, 1, 2));
    QoptRun run = qopt(PLUGIN, "--legalize=example", "--calibration-data=x.npy", "-");
    assertHas("example.table", run);
    assertTrue(!run.out().contains("leaky_relu"), run.out());
    String other = PROGRAM.replace("example.leaky_relu %x {slope = 0.02 : f32}", "nn.relu6 %x");
    assertRefused(
        1,
        "nearest legal form: nn.relu",
        reading(other, PLUGIN, "--legalize=example", "--calibration-data=x.npy", "-"));
  }

  @Test
  void helpListsAndDocumentsKnowIt() throws IOException {
    QoptRun help = qopt(PLUGIN, "--help");
    assertHas("--simplify-example[=OPTIONS]", help);
    assertHas("--tidy-example", help);
    assertHas("simplify-example", qopt("passes", PLUGIN));
    assertHas("tidy-example", qopt("passes", PLUGIN));
    assertHas("relu-below: the slope", qopt("passes", "simplify-example", PLUGIN));
    assertHas("simplify-example{relu-below=0.05}", qopt("passes", "tidy-example", PLUGIN));
    assertHas("'slope' is from 0 to 1", qopt("ops", "example.leaky_relu", PLUGIN));
    assertHas("example: int8, functions of one number as tables", qopt("targets", PLUGIN));
    assertEquals(0, qopt("docs", PLUGIN, "docs").status());
    assertTrue(page("dialects.md").contains("### `example.leaky_relu`"));
    assertTrue(page("passes.md").contains("| `relu-below` |"));
    assertTrue(page("passes.md").contains("## `tidy-example`"));
    assertTrue(page("targets.md").contains("| `example.leaky_relu` |"));
  }

  private String page(String name) throws IOException {
    return Files.readString(folder.resolve("docs").resolve(name));
  }

  @Test
  void patternsCallWhatItBrings() throws IOException {
    Files.writeString(
        folder.resolve("patterns.qir"),
        """
        rewrite.pattern ({
          %x = rewrite.operand : !rewrite.value
          %relu = rewrite.match %x {op = "example.leaky_relu"} : !rewrite.op
          %slope = rewrite.attribute %relu {name = "slope"} : !rewrite.attribute
          rewrite.require %slope {constraint = "power-of-two", negated = true}
          %shift = rewrite.compute %slope {function = "nearest-power-of-two"} : !rewrite.attribute
          %new = rewrite.create %x, %shift {op = "example.leaky_relu", names = ["slope"]} : !rewrite.op
          rewrite.replace %relu, %new
        }) {sym_name = "SlopeToShift"}
        """);
    assertHas("{slope = 0.015625 : f32}", qopt(PLUGIN, "--rewrites=patterns.qir", "-"));
  }

  @Test
  void withoutTheFlagNothingOfItIsThere() {
    assertEquals(0, qopt(PLUGIN, "-").status());
    assertRefused(1, "example", qopt("-"));
    assertRefused(2, "--simplify-example", qopt("--simplify-example", "-"));
    assertRefused(2, "there is no target 'example'", qopt("--legalize=example", "-"));
  }
}
