package org.qopt.lit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flags that change how configurations are read and how commands are started. */
class LitFlagsTest {
  @TempDir Path suite;

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @BeforeEach
  void configure() throws IOException {
    write(
        "lit.toml",
        """
        name = "suite of ${WHOM}"
        suffixes = [".test"]
        output = "out"
        features = ["mode=${MODE}"]
        [parameters]
        WHOM = "one"
        MODE = "slow"
        [substitutions]
        "%mode" = "echo ${MODE} $${MODE}"
        """);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(suite.resolve(name), text);
  }

  /** Runs lit; what it says on both streams is in {@link #output}. */
  private int lit(String... arguments) {
    output.reset();
    PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
    CommandIo io =
        new CommandIo(
            new ByteArrayInputStream(new byte[0]),
            out,
            out,
            suite,
            Map.of("PATH", suite.resolve("bin") + ":" + System.getenv("PATH")));
    return new LitCommand().run(List.of(arguments), io);
  }

  private void assertSays(String part) {
    String said = output.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains(part), said);
  }

  @Test
  void givesConfigurationsParameters() throws IOException {
    write("t.test", "RUN: %mode\nREQUIRES: mode=fast");
    assertEquals(0, lit("."));
    assertSays("UNSUPPORTED: suite of one :: t.test");
    assertEquals(0, lit("-a", "-DMODE=fast", "--param", "WHOM=two", "-D", "unused", "."));
    assertSays("PASS: suite of two :: t.test");
    assertSays("# | fast ${MODE}");
  }

  @Test
  void demandsParametersWithoutValue() throws IOException {
    write("lit.toml", "suffixes = ['${SUFFIX}']");
    write("t.test", "RUN: true");
    assertEquals(2, lit("."));
    assertSays("lit.toml: error: no value for '${SUFFIX}': say '--param=SUFFIX=VALUE'");
    assertEquals(0, lit("--param=SUFFIX=.test", "."));
  }

  @Test
  void handsParametersDown() throws IOException {
    Files.createDirectory(suite.resolve("a"));
    write("a/lit.local.toml", "features = ['also-${MODE}']");
    write("a/t.test", "RUN: true\nREQUIRES: also-slow");
    assertEquals(0, lit("."));
    assertSays("PASS");
  }

  @Test
  void readsConfigurationsOfAnotherName() throws IOException {
    write("other.toml", "name = 'other'\nsuffixes = ['.test']\noutput = 'out'");
    write("t.test", "RUN: true");
    assertEquals(0, lit("--config-prefix=other", "--debug", "."));
    assertSays("lit: note: loading config '" + suite.resolve("other.toml") + "'");
    assertSays("PASS: other :: t.test");
    assertEquals(2, lit("--config-prefix=none", "."));
    assertSays("lit: warning: unable to find test suite for '.': no none.toml in " + suite);
  }

  @Test
  void startsProgramsUnderValgrind() throws IOException {
    Path bin = Files.createDirectory(suite.resolve("bin"));
    Path valgrind = bin.resolve("valgrind");
    Files.writeString(valgrind, "#!/bin/sh\necho called as \"$@\"\n");
    assertTrue(valgrind.toFile().setExecutable(true));
    write("lit.toml", "suffixes = ['.test']\noutput = 'out'\npath = ['bin']");
    write("t.test", "RUN: /bin/false a\nREQUIRES: valgrind, vg_leak");
    assertEquals(0, lit("-a", "--vg", "--vg-leak", "--vg-arg=--x", "--vg-arg=--y", "."));
    assertSays("--error-exitcode=123 --leak-check=full --x --y /bin/false a");
    assertEquals(0, lit("-a", "--vg", "."));
    assertSays("unavailable features: vg_leak");
  }

  @Test
  void givesEachCommandAProfile() throws IOException {
    write("a.b.test", "RUN: true\nRUN: sh -c 'echo $LLVM_PROFILE_FILE'");
    assertEquals(0, lit("-a", "--per-test-coverage", "."));
    assertSays("# | a.b1.profraw\n");
  }

  @Test
  void reportsToResultDb() throws IOException {
    write("a.test", "RUN: true");
    write("b.test", "RUN: false\nXFAIL: *");
    write("c.test", "no command");
    assertEquals(1, lit("--resultdb-output=r.json", "--gtest-sharding", "--show-xpass", "."));
    String report = Files.readString(suite.resolve("r.json"));
    assertTrue(report.contains("\"testId\": \"suite of one :: a.test\""), report);
    for (String status : List.of("PASS", "FAIL", "ABORT")) {
      assertTrue(report.contains("\"status\": \"" + status + "\""), report);
    }
    assertFalse(report.contains("\"status\": \"SKIP\""), report);
  }
}
