package org.qopt.filecheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckCommandTest {
  @TempDir Path directory;

  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

  private int run(String checks, String input, String... flags) throws IOException {
    Files.writeString(directory.resolve("c.txt"), checks);
    List<String> arguments = new ArrayList<>(List.of("c.txt"));
    arguments.addAll(List.of(flags));
    PrintStream err = new PrintStream(messages, true, StandardCharsets.UTF_8);
    return FileCheckCommand.run(
        arguments,
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        err,
        err,
        directory,
        Map.of());
  }

  private String firstLine() {
    return messages.toString(StandardCharsets.UTF_8).lines().findFirst().orElse("");
  }

  /** Of large check files, the input is read meanwhile by another thread. */
  @Test
  void readsLargeCheckFiles() throws IOException {
    String checks = "CHECK: line\n".repeat(30_000);
    assertEquals(FileCheckResult.PASSED, run(checks, "line\n".repeat(30_000)));
    assertEquals(FileCheckResult.CHECK_FAILED, run(checks, "line\n".repeat(29_999)));
    messages.reset();
    assertEquals(FileCheckResult.USAGE_ERROR, run(checks, "", "--input-file=missing"));
    assertEquals("Could not open input file 'missing': No such file or directory", firstLine());
  }

  /** What a folder promises to hold is more than any memory. */
  @Test
  void saysThatAFolderIsOne() throws IOException {
    Files.createDirectory(directory.resolve("folder"));
    assertEquals(FileCheckResult.USAGE_ERROR, run("CHECK: a", "", "--input-file=folder"));
    assertEquals("Could not open input file 'folder': Is a directory", firstLine());
  }

  /** At the end of the file LLVM's FileCheck loses sight of the suffix. */
  @Test
  void takesWhatEndsTheFileForABarePrefix() throws IOException {
    assertEquals(FileCheckResult.PASSED, run("CHECK: a\nCHECK:", "a:\n"));
    assertEquals(FileCheckResult.PASSED, run("CHECK: a\nCHECK-LABEL:", "a\n-LABEL:\n"));
    assertEquals(FileCheckResult.USAGE_ERROR, run("CHECK: a\nCHECK-EMPTY:", "a\n\n"));
    assertTrue(firstLine().startsWith("c.txt:2:6: error: found non-empty check"), firstLine());
  }

  @Test
  void saysWhatIsWrongBeforeItHelps() throws IOException {
    assertEquals(FileCheckResult.PASSED, run("CHECK: a\n", "a\n", "--bogus", "-vh"));
    assertTrue(firstLine().startsWith("filecheck: Unknown command line argument"), firstLine());
    assertTrue(messages.toString(StandardCharsets.UTF_8).contains("USAGE: filecheck"));
  }

  @Test
  void helpsWithTheDumpInTheFormThatItHas() throws IOException {
    assertEquals(FileCheckResult.PASSED, run("", "", "--dump-input=help", "--color"));
    List<String> lines = messages.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(
        "The following description was requested by -dump-input=help to", lines.getFirst());
    assertTrue(lines.contains("  - \33[1m?\33[0m      a fuzzy match, where there is no match"));
    assertTrue(lines.getLast().startsWith("  - colors \33[0;1;32msuccess"), lines.getLast());
  }

  @Test
  void hidesOptionsThatFewNeed() throws IOException {
    run("", "", "--help");
    String usual = messages.toString(StandardCharsets.UTF_8);
    messages.reset();
    run("", "", "--help-hidden");
    String all = messages.toString(StandardCharsets.UTF_8);
    assertTrue(all.startsWith(usual) && !usual.contains("--comment-prefixes"), usual);
    assertTrue(all.contains("--comment-prefixes") && all.contains("--rng-seed"), all);
  }

  @Test
  void refusesWhatIsNestedTooDeeply() throws IOException {
    String parentheses = "(".repeat(100_000) + "1" + ")".repeat(100_000);
    assertEquals(FileCheckResult.USAGE_ERROR, run("CHECK: {{" + parentheses + "}}\n", "1\n"));
    assertEquals("c.txt:1:10: error: invalid regex: out of memory", firstLine());
    for (String start : List.of("[[#", "[[#~")) {
      messages.reset();
      assertEquals(
          FileCheckResult.USAGE_ERROR, run("CHECK: " + start + parentheses + "]]\n", "1\n"));
      assertTrue(firstLine().endsWith("error: expression nested too deeply"), firstLine());
      messages.reset();
      String sum = "1+".repeat(100_000) + "1";
      assertEquals(FileCheckResult.USAGE_ERROR, run("CHECK: " + start + sum + "]]\n", "1\n"));
      assertTrue(firstLine().endsWith("error: expression has too many operations"), firstLine());
    }
  }

  /** Backtracking would take for ever; what the search is worth is found out before. */
  @Test
  void givesUpHopelessBackReferences() throws IOException {
    String checks = "CHECK: {{(a*)(a*)(a*)(a*)(a*)(a*)\\1\\2\\3\\4b}}\n";
    assertEquals(FileCheckResult.CHECK_FAILED, run(checks, "a".repeat(2_000)));
  }

  @Test
  void takesFlagsFromTheEnvironment() throws IOException {
    Files.writeString(directory.resolve("c.txt"), "A b: x\n");
    PrintStream err = new PrintStream(messages, true, StandardCharsets.UTF_8);
    Map<String, String> environment = Map.of("FILECHECK_OPTS", "'--check-prefix=A b'");
    int status =
        FileCheckCommand.run(
            List.of("c.txt"),
            new ByteArrayInputStream(new byte[0]),
            err,
            err,
            directory,
            environment);
    assertEquals(FileCheckResult.USAGE_ERROR, status);
    assertTrue(firstLine().endsWith("hyphens, and underscores: 'A b'"), firstLine());
  }
}
