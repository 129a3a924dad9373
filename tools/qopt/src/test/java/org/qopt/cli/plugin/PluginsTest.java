package org.qopt.cli.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qopt.cli.QoptRun;
import org.qopt.cli.data.Arrays;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** Plugins that do not behave: each is named, and none brings the tool down. */
class PluginsTest {
  private static final String PASSES = "org.qopt.pass.PassProvider";
  private static final String INSTRUMENTATION = "org.qopt.pass.PassInstrumentationProvider";
  private static final String DIALECT = "org.qopt.ir.Dialect";
  @TempDir private static Path classes;
  private static PluginJars jars;

  @TempDir private Path folder;

  @BeforeAll
  static void compile() throws IOException {
    jars = PluginJars.compile(classes);
  }

  @BeforeEach
  void writeProgram() throws IOException {
    Files.writeString(
        folder.resolve("m.qir"),
        """
        func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
          %y = nn.relu %x : tensor<2xf32>
          return %y : tensor<2xf32>
        }
        """);
  }

  private void jar(String service, String text) throws IOException {
    jars.write(folder.resolve("p.jar"), service, text);
  }

  private QoptRun run(String... words) {
    QoptRun run = QoptRun.in(folder, words);
    assertFalse(run.err().contains("\tat "), run.err());
    return run;
  }

  private void assertFault(String message, QoptRun run) {
    assertEquals(1, run.status(), run.err());
    assertTrue(run.err().replace(folder + "/", "").startsWith(message), run.err());
    assertEquals("", run.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Providers$ThrowingConstructor | IllegalStateException: no provider today",
        "Providers$ThrowingProvider    | IllegalStateException: no passes today",
        "Providers$NoPasses            | NullPointerException",
        "Providers$SecondCse           | two passes are named cse",
        "Providers$FlagPass            | a pass or pipeline has the name of the flag --legalize=TARGET",
        "Providers$UnknownPass         | the pipeline of 'two' is at fault at character 5 of cse,csee: there is no pass 'csee'; did you mean 'cse'?",
        "Providers$Circle              | at character 5 of cse,two: pipeline 'two' leads back to itself",
        "BadDialect                    | bad.BadDialect not a subtype",
        "Gone                          | bad.Gone not found",
        "no class name !               | Illegal configuration-file syntax",
      })
  void providerThatCannotBeLoadedIsNamed(String provider, String reason) throws IOException {
    jar(PASSES, "bad." + provider);
    QoptRun run = run("--plugin=p.jar", "m.qir");
    assertFault("p.jar: error: the plugin cannot be loaded: ", run);
    assertTrue(run.err().contains(reason), run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Providers$ThrowingDialect | IllegalStateException: no operations today",
        "Providers$SecondNn        | two dialects are named nn",
      })
  void dialectThatCannotBeLoadedIsNamed(String dialect, String reason) throws IOException {
    jar(DIALECT, "bad." + dialect);
    for (String command : new String[] {"ops", "passes", "targets", "m.qir"}) {
      QoptRun run = run(command, "--plugin=p.jar");
      assertFault("p.jar: error: the plugin cannot be loaded: ", run);
      assertTrue(run.err().contains(reason), run.err());
    }
  }

  @Test
  void instrumentationIsToldOfPasses() throws IOException {
    jar(INSTRUMENTATION, "bad.Watchers$Signing");
    QoptRun run = run("--plugin=p.jar", "--cse", "m.qir");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().startsWith("module attributes {last = \"cse\"} {"), run.out());
  }

  @Test
  void instrumentationThatThrowsIsNamed() throws IOException {
    jar(INSTRUMENTATION, "bad.Watchers$Throwing");
    QoptRun run = run("--plugin=p.jar", "--cse", "m.qir");
    assertEquals(1, run.status(), run.err());
    assertTrue(run.err().contains("IllegalStateException: no watching today"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void classesOfALaterJavaAreRefused() throws IOException {
    jars.write(
        folder.resolve("p.jar"),
        PASSES,
        "bad.BadPasses",
        bytes -> {
          // The major version of the class file.
          bytes[7] = 99;
          return bytes;
        });
    QoptRun run = run("--plugin=p.jar", "m.qir");
    assertFault("p.jar: error: the plugin cannot be loaded: ", run);
    assertTrue(run.err().contains("more recent version of the Java Runtime"), run.err());
  }

  @Test
  void fileThatIsNoPluginIsNamed() throws IOException {
    Files.writeString(folder.resolve("text.jar"), "no jar");
    assertFault("text.jar: error: cannot read: ", run("--plugin=text.jar", "m.qir"));
    assertFault("none.jar: error: cannot read: no such file", run("-plugin", "none.jar", "m.qir"));
  }

  @Test
  void ofSeveralPluginsTheOneAtFaultIsNamed() throws IOException {
    jars.write(folder.resolve("good.jar"), PASSES, "bad.BadPasses");
    jar(PASSES, "bad.Providers$ThrowingProvider");
    assertFault(
        "p.jar: error: the plugin cannot", run("--plugin=good.jar", "--plugin=p.jar", "m.qir"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clause      | 'bad.clause' op cannot be verified: java.lang.IllegalStateException: no clause today",
        "gone_clause | 'bad.gone_clause' op cannot be verified: java.lang.NoClassDefFoundError: bad/Gone",
        "constraint  | 'bad.constraint' op cannot be verified: java.lang.IllegalStateException: no type today",
        "inference   | 'bad.inference' op cannot be verified: java.lang.IllegalStateException: no inference today",
      })
  void operationThatCannotBeVerifiedIsFoundWithItsPlugin(String op, String message)
      throws IOException {
    jar(DIALECT, "bad.BadDialect");
    use(op);
    QoptRun run = run("--plugin=p.jar", "b.qir");
    assertFault("b.qir:2:8: error: " + message, run);
    assertTrue(run.err().contains("note: the fault is in plugin 'p.jar'"), run.err());
  }

  private void use(String op) throws IOException {
    Files.writeString(
        folder.resolve("b.qir"),
        """
        func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
          %y = bad.OP %x : tensor<2xf32>
          return %y : tensor<2xf32>
        }
        """
            .replace("OP", op));
  }

  @Test
  void clauseThatGoesTooDeepIsFoundWithItsPlugin() throws IOException {
    jar(DIALECT, "bad.BadDialect");
    use("deep_clause");
    QoptRun run = run("--plugin=p.jar", "b.qir");
    assertFault("b.qir: error: cannot go on: java.lang.StackOverflowError", run);
    assertTrue(run.err().contains("note: the fault is in plugin 'p.jar'"), run.err());
  }

  @Test
  void typeThatCannotBeReadIsNamedWithItsPlugin() throws IOException {
    jar(DIALECT, "bad.BadDialect");
    Files.writeString(folder.resolve("t.qir"), "func.func private @f(!bad.thing)\n");
    QoptRun run = run("--plugin=p.jar", "t.qir");
    assertFault("", run);
    assertTrue(run.err().contains("no type named thing today"), run.err());
    assertTrue(run.err().contains("in plugin 'p.jar'"), run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prepare | the kernel of 'bad.prepare' failed: java.lang.IllegalStateException: no kernel today",
        "kernel  | the kernel of 'bad.kernel' failed: java.lang.IllegalStateException: no result today",
        "count   | 'bad.count' op computed 0 results, but has 1 result",
        "none    | 'bad.none' op computed nothing, but has 1 result",
      })
  void kernelThatFailsIsFound(String op, String message) throws IOException {
    jar(DIALECT, "bad.BadDialect");
    use(op);
    Arrays.writeNpy(folder.resolve("x.npy"), Tensor.of(Shape.of(2), 1f, 2f));
    assertFault(
        "b.qir:2:8: error: " + message, run("run", "--plugin=p.jar", "--input=x.npy", "b.qir"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bad-throws  | m.qir:1:1: error: pass 'bad-throws' failed unexpectedly: java.lang.IllegalStateException: no pass today",
        "bad-gone    | m.qir:1:1: error: pass 'bad-gone' failed unexpectedly: java.lang.NoClassDefFoundError: bad/Gone",
        "bad-pattern | m.qir:1:1: error: pass 'bad-pattern' failed unexpectedly: java.lang.IllegalStateException: no pattern today",
        "bad-types   | m.qir:2:8: error: 'nn.relu' op",
        "bad-error   | m.qir:1:1: error: pass 'bad-error' failed unexpectedly: java.lang.Error: no pass today",
      })
  void passThatFailsOrLeavesWhatIsInvalidIsNamedWithItsPlugin(String pass, String message)
      throws IOException {
    jar(PASSES, "bad.BadPasses");
    QoptRun run = run("--plugin=p.jar", "--" + pass, "m.qir");
    assertFault(message, run);
    assertTrue(run.err().contains("plugin 'p.jar'"), run.err());
  }

  @Test
  void failingPassOfAPluginLeavesAReproducer() throws IOException {
    jar(PASSES, "bad.BadPasses");
    String flag = "--mlir-pass-pipeline-crash-reproducer=r.qir";
    assertEquals(1, run("--plugin=p.jar", "--cse", "--bad-throws", flag, "m.qir").status());
    assertFault(
        "r.qir:1:1: error: pass 'bad-throws' failed unexpectedly",
        run("--plugin=p.jar", "--run-reproducer", "r.qir"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "endless_clause | b.qir:2:8: error: code of plugin 'p.jar' did not end within 1 s",
        "endless_kernel | b.qir:2:8: error: code of plugin 'p.jar' did not end within 1 s",
      })
  void operationThatDoesNotComeBackIsFoundWithItsPlugin(String op, String message)
      throws IOException {
    jar(DIALECT, "bad.BadDialect");
    use(op);
    Arrays.writeNpy(folder.resolve("x.npy"), Tensor.of(Shape.of(2), 1f, 2f));
    QoptRun run = run("run", "--plugin=p.jar", "--pass-timeout=1", "--input=x.npy", "b.qir");
    assertFault(message, run);
    assertTrue(run.err().contains("note: it was at plugin p.jar//bad.Endless.wait("), run.err());
  }

  @Test
  void providerThatDoesNotComeBackIsNamed() throws IOException {
    jar(PASSES, "bad.Providers$EndlessProvider");
    assertFault(
        "p.jar: error: code of plugin 'p.jar' did not end within 1 s",
        run("passes", "--plugin=p.jar", "--pass-timeout=1"));
  }

  @Test
  void pluginThatEndsTheProcessIsNamed() throws IOException, InterruptedException {
    jar(DIALECT, "bad.BadDialect");
    use("exit");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.qopt.cli.Main",
                "--plugin=p.jar",
                "b.qir")
            .directory(folder.toFile())
            .redirectError(err.toFile())
            .start();
    assertEquals(1, process.waitFor());
    String text = Files.readString(err);
    assertTrue(
        text.startsWith("b.qir:2:8: error: code of plugin 'p.jar' ended the process\n"), text);
    assertTrue(text.contains("note: it was at plugin p.jar//bad.Endless.exit("), text);
  }

  @Test
  void faultsOfPluginsAreShownAsAskedFor() throws IOException {
    jar(PASSES, "bad.Providers$ThrowingProvider");
    QoptRun codes = run("--plugin=p.jar", "--show-diagnostic-codes", "m.qir");
    assertTrue(codes.err().endsWith("no passes today [plugin]\n"), codes.err());
    QoptRun json = run("--plugin=p.jar", "--diagnostics-format=json", "m.qir");
    assertTrue(json.err().contains("\"code\":\"plugin\""), json.err());
    assertEquals(2, run("--plugin=p.jar", "--diagnostics-format=yaml", "m.qir").status());
  }

  @Test
  void whatOneCommandLoadedTheNextDoesNotSee() throws IOException {
    jar(PASSES, "bad.BadPasses");
    assertEquals(0, run("--plugin=p.jar", "m.qir").status());
    assertEquals(2, run("--bad-throws", "m.qir").status());
  }
}
