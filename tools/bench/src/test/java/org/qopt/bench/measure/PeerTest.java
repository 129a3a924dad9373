package org.qopt.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerTest {
  private static final Peer PEER =
      new Peer("tool", ImmutableList.of("tool-19", "tool"), "build it");

  @Test
  void firstNameThatIsThereIsTaken(@TempDir Path folder) throws IOException {
    Path one = Files.createDirectory(folder.resolve("one"));
    Path two = Files.createDirectory(folder.resolve("two"));
    String path = one + File.pathSeparator + two;
    assertEquals(Optional.empty(), PEER.find(path));
    Path plain = executable(one.resolve("tool"));
    assertEquals(Optional.of(plain), PEER.find(path));
    Path versioned = executable(two.resolve("tool-19"));
    assertEquals(Optional.of(versioned), PEER.find(path));
  }

  private static Path executable(Path file) throws IOException {
    assertTrue(Files.createFile(file).toFile().setExecutable(true));
    return file;
  }

  @Test
  void messageSaysWhatWasLookedFor() {
    assertEquals("no tool on the PATH (looked for tool-19, tool): build it", PEER.missing());
  }
}
