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
 * command has a process of its own.
 *
 * <p>Processes take long to start, so only the first part of the suite is tried; {@code
 * -Dqopt.isolation.shard=N} tries part N of {@value #SHARDS}, and {@code all} the whole suite.
 */
class LitIsolationTest {
  private static final int SHARDS = 20;

  private static final String SHARD = System.getProperty("qopt.isolation.shard", "1");

  @Test
  void processesAndCallsEndAlike() {
    SortedSet<String> called = results();
    assertFalse(called.isEmpty());
    assertEquals(called, results("--isolate"), "-Dqopt.isolation.shard=" + SHARD);
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
    List<String> arguments = new ArrayList<>(List.of(flags));
    if (!SHARD.equals("all")) {
      arguments.addAll(List.of("--num-shards=" + SHARDS, "--run-shard=" + SHARD));
    }
    arguments.addAll(List.of("-j2", "--skip-test-time-recording", "--timeout=300", "."));
    new LitCommand().run(arguments, io);
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.matches("[A-Z]+: .* \\(\\d+ of \\d+\\)"))
        .map(line -> line.replaceAll(" \\(.*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
