package org.qopt.cli.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qopt.cli.QoptRun;

/** Plugins that do not behave. */
class PluginsTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeInputs() throws IOException {
    Files.writeString(
        folder.resolve("m.qir"),
        """
        func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
          %y = nn.relu %x : tensor<2xf32>
          return %y : tensor<2xf32>
        }
        """);
    jar("bad.jar", BadPasses.class.getName());
    jar("throws.jar", ThrowingProvider.class.getName());
    jar("gone.jar", "org.example.Gone");
    Files.writeString(folder.resolve("text.jar"), "no jar");
  }

  // The classes are those of this test; what the jar adds is that they are services.
  private void jar(String name, String provider) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.putNextEntry(new JarEntry("META-INF/services/org.qopt.pass.PassProvider"));
      out.write(provider.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
  }

  private QoptRun run(String... words) {
    return QoptRun.in(folder, words);
  }

  private void assertFault(String message, QoptRun run) {
    assertEquals(1, run.status());
    assertTrue(run.err().replace(folder + "/", "").startsWith(message), run.err());
    assertEquals("", run.out());
  }

  @Test
  void pluginThatCannotBeLoadedIsNamed() {
    assertFault(
        "throws.jar: error: the plugin cannot be loaded: java.lang.IllegalStateException: no passes today",
        run("--plugin=throws.jar", "m.qir"));
    assertFault(
        "gone.jar: error: the plugin cannot be loaded: ", run("--plugin=gone.jar", "m.qir"));
    assertFault("text.jar: error: cannot read: ", run("--plugin=text.jar", "m.qir"));
    assertFault("none.jar: error: cannot read: no such file", run("-plugin", "none.jar", "m.qir"));
    assertFault(
        "throws.jar: error: the plugin", run("--plugin=bad.jar", "--plugin=throws.jar", "m.qir"));
  }

  @Test
  void passThatThrowsOrLeavesWhatIsInvalidIsNamed() {
    assertFault(
        "m.qir:1:1: error: pass 'bad-throws' failed unexpectedly: java.lang.NoClassDefFoundError",
        run("--plugin=bad.jar", "--bad-throws", "m.qir"));
    QoptRun invalid = run("--plugin=bad.jar", "--bad-types", "m.qir");
    assertFault("m.qir:2:8: error: 'nn.relu' op", invalid);
    assertTrue(invalid.err().contains("valid before pass 'bad-types'"), invalid.err());
  }

  @Test
  void failingPassOfAPluginLeavesAReproducer() {
    String flag = "--mlir-pass-pipeline-crash-reproducer=r.qir";
    assertEquals(1, run("--plugin=bad.jar", "--cse", "--bad-throws", flag, "m.qir").status());
    assertFault(
        "r.qir:1:1: error: pass 'bad-throws' failed unexpectedly",
        run("--plugin=bad.jar", "--run-reproducer", "r.qir"));
  }

  @Test
  void whatOneCommandLoadedTheNextDoesNotSee() {
    assertEquals(0, run("--plugin=bad.jar", "m.qir").status());
    assertEquals(2, run("--bad-throws", "m.qir").status());
  }
}
