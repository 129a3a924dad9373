package org.qopt.parser.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {
  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void filesAppearTogether() throws IOException {
    try (OutputFiles outputs = new OutputFiles()) {
      Files.writeString(outputs.stage(folder.resolve("a")), "A");
      Files.writeString(outputs.stage(folder.resolve("b")), "B");
      Files.writeString(outputs.scratch(folder.resolve("c")), "C");
      assertFalse(Files.exists(folder.resolve("a")));
      outputs.commit();
    }
    assertEquals(List.of("a", "b"), names());
    assertEquals("B", Files.readString(folder.resolve("b")));
  }

  @Test
  void nothingAppearsWithoutCommit() throws IOException {
    Files.writeString(folder.resolve("a"), "before");
    try (OutputFiles outputs = new OutputFiles()) {
      Files.writeString(outputs.stage(folder.resolve("a")), "A");
      Files.writeString(outputs.stage(folder.resolve("b")), "B");
    }
    assertEquals(List.of("a"), names());
    assertEquals("before", Files.readString(folder.resolve("a")));
  }

  @Test
  void symbolicLinkStays() throws IOException {
    Path real = Files.writeString(folder.resolve("real"), "before");
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    try (OutputFiles outputs = new OutputFiles()) {
      Files.writeString(outputs.stage(link), "after");
      outputs.commit();
    }
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("after", Files.readString(real));
  }

  @Test
  void deviceStaysADevice() throws IOException {
    Path device = Path.of("/dev/null");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(device), "no /dev/null here");
    try (OutputFiles outputs = new OutputFiles()) {
      Path staged = outputs.stage(device);
      assertFalse(staged.startsWith("/dev"));
      Files.writeString(staged, "gone");
      outputs.commit();
      assertFalse(Files.exists(staged));
    }
    assertFalse(Files.isRegularFile(device));
  }
}
