package org.qopt.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTimerTest {
  @TempDir private Path folder;

  @BeforeEach
  void needsGnuTimeAndBash() {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/time")), "no GNU time");
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash");
  }

  private Command shell(String script) {
    return Command.of(folder.resolve("out"), List.of("/bin/sh", "-c", script));
  }

  @Test
  void outputAndErrorsGoToFilesOfTheirOwn() throws IOException {
    ProcessTimer timer = new ProcessTimer(folder);
    Sample sample = timer.run(shell("echo \"a b\"; echo oh >&2"));
    assertEquals("a b\n", Files.readString(folder.resolve("out")));
    assertEquals("oh\n", Files.readString(timer.errors()));
    assertTrue(sample.peak() > 100_000, "found " + sample);
  }

  @Test
  void failureIsToldWithWhatTheProgramSaid() {
    BenchException failure =
        assertThrows(
            BenchException.class,
            () -> new ProcessTimer(folder).run(shell("echo no such thing >&2; exit 3")));
    assertTrue(failure.getMessage().contains("no such thing"), failure.getMessage());
  }

  @Test
  void timesAreSecondsAndMemoryIsKibibytes() {
    assertEquals(new Sample(1.5, 0.75, 2048), ProcessTimer.sample("1.500 0.500 0.250\n", "2\n"));
    assertThrows(BenchException.class, () -> ProcessTimer.sample("", "2\n"));
  }
}
