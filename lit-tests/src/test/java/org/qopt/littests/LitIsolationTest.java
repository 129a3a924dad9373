package org.qopt.littests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.qopt.lit.CommandIo;
import org.qopt.lit.LitCommand;

/**
 * Commands that run in one process do not disturb each other: their tests end as they do when each
 * command has a process of its own. Processes take long to start, so only some folders are tried.
 */
class LitIsolationTest {
  private static final List<String> FOLDERS =
      List.of("passes/canonicalize", "passes/cse", "dialects/func", "tools/filecheck", "tools/lit");

  @Test
  void processesAndCallsEndAlike() {
    SortedSet<String> called = results();
    assertFalse(called.isEmpty());
    assertEquals(called, results("--isolate"));
  }

  /** {@return for each test the line that tells how it ended, without its number} */
  private static SortedSet<String> results(String... flags) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    CommandIo io =
        new CommandIo(
            InputStream.nullInputStream(),
            stream,
            stream,
            Path.of("").toAbsolutePath(),
            System.getenv());
    List<String> arguments = new ArrayList<>(FOLDERS);
    arguments.addAll(List.of(flags));
    arguments.addAll(List.of("-j2", "--skip-test-time-recording", "--timeout=300"));
    new LitCommand().run(arguments, io);
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.matches("[A-Z]+: .* \\(\\d+ of \\d+\\)"))
        .map(line -> line.replaceAll(" \\(.*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
