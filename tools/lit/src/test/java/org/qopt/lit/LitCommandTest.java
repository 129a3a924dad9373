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
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LitCommandTest {
  @TempDir Path suite;

  /** What a call of lit leaves behind. */
  private record Outcome(int status, String out, String err) {}

  @BeforeEach
  void configure() throws IOException {
    write(
        "lit.toml",
        """
        name = "suite"
        suffixes = [".test"]
        features = ["here"]
        output = "out"
        [substitutions]
        "%greet" = "echo hello %{s:basename}"
        [environment]
        GREETING = "hi"
        """);
  }

  private void write(String name, String text) throws IOException {
    Path file = suite.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Outcome lit(String... arguments) {
    return lit(Map.of(), arguments);
  }

  private Outcome lit(Map<String, Command> commands, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        new LitCommand(commands)
            .run(
                List.of(arguments),
                new CommandIo(
                    new ByteArrayInputStream(new byte[0]),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    suite,
                    Map.of("PATH", System.getenv("PATH"))));
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "RUN: true!PASS!0",
        "RUN: false!FAIL!1",
        "no command!UNRESOLVED!1",
        "RUN: 'open!UNRESOLVED!1",
        "RUN: true\\nREQUIRES: gone!UNSUPPORTED!0",
        "RUN: true\\nREQUIRES: here!PASS!0",
        "RUN: true\\nUNSUPPORTED: here!UNSUPPORTED!0",
        "RUN: true\\nREQUIRES: (!UNRESOLVED!1",
        "RUN: false\\nXFAIL: *!XFAIL!0",
        "RUN: true\\nXFAIL: here!XPASS!1",
        "RUN: true\\nXFAIL: gone!PASS!0",
        "RUN: echo %%s | cat | not diff - %s!PASS!0",
        "RUN: %greet > %t\\nRUN: diff %t %S/expected!PASS!0",
        "RUN: cat %t.missing!FAIL!1",
        "RUN: cat < %t.missing!UNRESOLVED!1",
        "RUN: none!FAIL!1",
        "RUN: %if here %{ true %} %else %{ false %}!PASS!0",
        "RUN: %if gone %{ false %}!PASS!0",
        "RUN: %if here false!UNRESOLVED!1",
        "DEFINE: %{x} = true\\nRUN: %{x}!PASS!0",
        "REDEFINE: %{x} = true\\nRUN: true!UNRESOLVED!1",
        "RUN: true\\nREQUIRES: *!UNRESOLVED!1",
        "RUN: mkdir %t && mkdir %t && rm -r %t && not rm -r %t!PASS!0",
        "RUN: sh -c env | sh -c 'read x && echo ok' | count 1!PASS!0",
      })
  void endsAsTheTestDoes(String text, String code, int status) throws IOException {
    write("expected", "hello t.test\n");
    write("t.test", text.replace("\\n", "\n"));
    Outcome outcome = lit("-v", ".");
    assertTrue(outcome.out().contains(code + ": suite :: t.test (1 of 1)"), outcome.out());
    assertEquals(status, outcome.status());
  }

  @Test
  void passesTheConfiguredEnvironment() throws IOException {
    write("t.test", "RUN: sh -c 'test $GREETING = hi'");
    assertEquals(0, lit(".").status());
  }

  @Test
  void runsInTheOutputFolder() throws IOException {
    write("a/t.test", "RUN: echo x > here\nRUN: echo y > %t");
    assertEquals(0, lit(".").status());
    assertTrue(Files.exists(suite.resolve("out/a/here")));
    assertTrue(Files.exists(suite.resolve("out/a/Output/t.test.tmp")));
  }

  @Test
  void refinesFolders() throws IOException {
    write("a/t.test", "RUN: false");
    write("a/lit.local.toml", "unsupported = true");
    write("b/t.other", "RUN: true");
    write("b/lit.local.toml", "suffixes = ['.other']");
    write("Inputs/t.test", "RUN: false");
    Outcome outcome = lit(".");
    assertEquals(0, outcome.status());
    assertTrue(outcome.out().contains("UNSUPPORTED: suite :: a/t.test"));
    assertTrue(outcome.out().contains("PASS: suite :: b/t.other"));
    assertFalse(outcome.out().contains("Inputs"));
  }

  @Test
  void callsCommandsInProcess() throws IOException {
    write("t.test", "RUN: mine a b | count 1");
    Command mine =
        (arguments, io) -> {
          io.out().println(arguments);
          return 0;
        };
    assertEquals(0, lit(Map.of("mine", mine), ".").status());
  }

  @Test
  void stopsATestThatHangs() throws IOException {
    write("t.test", "RUN: hang");
    CountDownLatch never = new CountDownLatch(1);
    Command hang =
        (_, _) -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return 0;
        };
    Outcome outcome = lit(Map.of("hang", hang), "--timeout=1", ".");
    assertTrue(outcome.out().contains("TIMEOUT: suite :: t.test"), outcome.out());
    assertEquals(1, outcome.status());
  }

  @Test
  void endsTheProcessesOfATestThatHangs() throws IOException {
    write("t.test", "RUN: sleep 100 | cat\nRUN: true");
    Outcome outcome = lit("-v", "--timeout=1", ".");
    assertTrue(outcome.out().contains("Exit Code: -9\nTimeout: Reached timeout of 1 seconds"));
    assertTrue(outcome.out().contains("# error: command reached timeout: True"), outcome.out());
    assertFalse(outcome.out().contains("# RUN: at line 2"), outcome.out());
  }

  @Test
  void writesReports() throws IOException {
    write("a.test", "RUN: true");
    write("b.test", "RUN: echo ']]>' \u0001 && false");
    write("c.test", "RUN: true\nREQUIRES: gone");
    lit("-o", "r.json", "--xunit-xml-output=r.xml", "--filter-out=d", ".");
    String json = Files.readString(suite.resolve("r.json"));
    assertTrue(json.contains("\"code\": \"FAIL\""), json);
    assertTrue(json.contains("\"name\": \"suite :: b.test\""), json);
    String xml = Files.readString(suite.resolve("r.xml"));
    assertTrue(
        xml.contains("<testsuite name=\"suite\" tests=\"3\" failures=\"1\" skipped=\"1\">"), xml);
    assertTrue(xml.contains("<skipped message=\"Missing required feature(s): gone\"/>"), xml);
    assertTrue(xml.contains("]]]]><![CDATA[>"), xml);
    assertFalse(xml.contains("\u0001"), xml);
  }

  @Test
  void triesAgain() throws IOException {
    write("t.test", "RUN: sh -c 'test -e %t || { echo > %t; false; }'\nALLOW_RETRIES: 1");
    assertTrue(lit(".").out().contains("FLAKYPASS: suite :: t.test"));
  }

  @Test
  void selects() throws IOException {
    write("a.test", "RUN: true");
    write("b.test", "RUN: false");
    assertEquals(0, lit("--filter=a", ".").status());
    assertEquals(0, lit("--filter-out", "b", ".").status());
    assertEquals(0, lit("--xfail=b.test", ".").status());
    assertEquals(0, lit("--order=lexical", "--num-shards=2", "--run-shard=1", ".").status());
    assertEquals(1, lit("--order=lexical", "--num-shards=2", "--run-shard=2", ".").status());
    assertEquals(1, lit("b.test").status());
    assertEquals(
        "-- Available Tests --\n  suite :: a.test\n  suite :: b.test\n",
        lit("--show-tests", ".").out());
  }

  @Test
  void showsOnlyFailuresWhenQuiet() throws IOException {
    write("a.test", "RUN: true");
    write("b.test", "RUN: false");
    String out = lit("-q", ".").out();
    assertEquals(
        """
        ********************
        Failed Tests (1):
          suite :: b.test


        Total Discovered Tests: 2
          Failed: 1 (50.00%)
        """,
        out);
  }

  @ParameterizedTest
  @CsvSource({
    "--no-such-flag",
    "missing-folder",
    "--filter=zzz .",
    "--filter=( .",
    "-j0 .",
    "--run-shard=2 .",
    "--num-shards=2 .",
    "--show .",
    "-jx .",
    "--order=none .",
    "-q=1 .",
    "@missing .",
    "--time-tests --skip-test-time-recording .",
    "--timeout",
    "--xunit-xml-output -v .",
  })
  void refusesBadCalls(String arguments) throws IOException {
    write("a.test", "RUN: true");
    Outcome outcome = lit(arguments.split(" "));
    assertEquals(2, outcome.status());
    assertTrue(outcome.err().contains("error"), outcome.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "suffixes = 5!'suffixes' must be a list",
        "suffixes = [5]!'suffixes' must be a list of strings",
        "nonsense = 5!unknown key 'nonsense'",
        "name = !lit.toml: error:",
        "timeout = 'x'!'timeout' must be a number",
        "[environment]\\nA = 5!'environment.A' must be a string",
      })
  void refusesBadConfigurations(String text, String message) throws IOException {
    write("lit.toml", text.replace("\\n", "\n"));
    Outcome outcome = lit(".");
    assertEquals(2, outcome.status());
    assertTrue(outcome.err().contains(message), outcome.err());
  }

  @Test
  void reportsACommandThatCannotBeLoaded() throws IOException {
    write("lit.toml", "suffixes = ['.test']\n[commands]\nmine = 'no.such.Class'\n");
    write("a.test", "RUN: mine");
    write("b.test", "RUN: true");
    Outcome outcome = lit("-v", ".");
    assertTrue(outcome.out().contains("cannot load the command class no.such.Class"));
    assertTrue(outcome.out().contains("PASS: " + suite.getFileName() + " :: b.test"));
  }

  @Test
  void saysHowToRunATestAgainWhoseNameHasABlank() throws IOException {
    write("a b/fails.test", "RUN: false\n");
    String call = "lit -v '" + suite.resolve("a b/fails.test") + "'\n";
    assertTrue(lit(".").err().endsWith("  " + call));
    assertTrue(lit("-v", ".").out().contains("To run it again alone: " + call));
  }

  @Test
  void searchesFoldersWhoseNamesBeginWithADot() throws IOException {
    write(".dot/a.test", "RUN: true\n");
    write(".git/a.test", "RUN: true\n");
    assertEquals("-- Available Tests --\n  suite :: .dot/a.test\n", lit("--show-tests", ".").out());
  }

  @Test
  void warnsOfPlacesWithoutASuite() throws IOException {
    write("a.test", "RUN: true\n");
    Outcome outcome = lit("a.test", "/nowhere");
    assertEquals(0, outcome.status());
    assertEquals(
        "lit: warning: unable to find test suite for '/nowhere': no lit.toml in / or above it\n"
            + "lit: warning: input '/nowhere' contained no tests\n"
            + "\n2 warning(s) in tests\n",
        outcome.err());
  }

  @Test
  void saysInWordsWhatIsWrongWithAFile() throws IOException {
    Files.createSymbolicLink(suite.resolve("link.test"), suite.resolve("gone"));
    write("a.test", "RUN: true\n");
    String missing = "[Errno 2] No such file or directory: '" + suite.resolve("link.test") + "'";
    assertTrue(lit("-v", ".").out().contains("cannot run the test: " + missing));
    Path report = suite.resolve("no/such/report");
    assertEquals(
        "error: cannot write "
            + report
            + ": [Errno 2] No such file or directory: '"
            + report
            + "'\n",
        lit("-o", "no/such/report", "a.test").err());
  }
}
