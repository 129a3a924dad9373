package org.example.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qopt.cli.QoptCommand;

/** The plugin as the stock qopt sees it: a jar, whose classes are not on the class path. */
class PluginTest {
  private static final String PLUGIN = "--plugin=" + System.getProperty("qopt.example.plugin");
  private static final String PROGRAM =
      """
      func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
        %y = example.twice %x : tensor<4xf32>
        return %y : tensor<4xf32>
      }
      """;

  private record Run(int status, String out, String err) {}

  private static Run qopt(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        QoptCommand.run(
            List.of(words),
            new ByteArrayInputStream(PROGRAM.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Path.of(""),
            Map.of());
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void itsClassesAreNotOnTheClassPath() {
    assertThrows(
        ClassNotFoundException.class, () -> Class.forName("org.example.plugin.ExampleDialect"));
  }

  @Test
  void operationIsReadAndPrintedInThePrettyForm() {
    Run run = qopt(PLUGIN, "-");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("%0 = example.twice %arg0 : tensor<4xf32>"), run.out());
  }

  @Test
  void passRunsByItsFlagAndInPipelines() {
    for (String flag : List.of("--lower-example", "--pass-pipeline=any(lower-example)")) {
      Run run = qopt(PLUGIN, flag, "-");
      assertEquals(0, run.status(), run.err());
      assertTrue(run.out().contains("nn.add %arg0, %arg0"), run.out());
    }
  }

  @Test
  void helpAndListsKnowIt() {
    assertTrue(qopt(PLUGIN, "--help").out().contains("--lower-example"));
    assertTrue(qopt("passes", PLUGIN).out().contains("lower-example"));
    assertTrue(qopt("ops", "example.twice", PLUGIN).out().contains("doubles"));
  }

  @Test
  void withoutTheFlagNothingOfItIsThere() {
    assertEquals(0, qopt(PLUGIN, "-").status());
    Run run = qopt("-");
    assertEquals(1, run.status());
    assertTrue(run.err().contains("example"), run.err());
    assertEquals(2, qopt("--lower-example", "-").status());
  }
}
