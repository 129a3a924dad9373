package org.qopt.filecheck.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that what goes beyond LLVM's FileCheck is refused by it, so that no test that it accepts
 * has another meaning here.
 */
class NewFormsPeerTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[#~0.25]]",
        "[[#~0.25,1e-3]]",
        "[[#~0.25,1%]]",
        "[[#~0.25,1e-3,1%]]",
        "[[#~]]",
        "[[#~X:]]",
        "[[#~X:0.25,1%]]",
        "[[#~(0.5+0.5)/4,1e-3]]",
        "[[#~[0.25, 0.5],1e-3]]",
        "[0.25, 0.5] [[#~[[0.25], [0.5]],1e-3]]",
      })
  void areRefused(String pattern) throws IOException, InterruptedException {
    PeerCase test =
        new PeerCase(List.of(), "CHECK: " + pattern + "\n", "0.25 [0.25, 0.5] [[0.25],[0.5]]\n");
    assertEquals(new PeerRun(0, "", ""), PeerRun.ofOurs(test, directory));
    Optional<Path> peer = PeerRun.peer();
    assumeTrue(peer.isPresent(), "no FileCheck-19 on the PATH");
    assertNotEquals(0, PeerRun.ofPeer(peer.get(), test, directory).status());
    PeerCase not = new PeerCase(List.of(), "CHECK-NOT: " + pattern + "\n", "nothing\n");
    assertNotEquals(0, PeerRun.ofPeer(peer.get(), not, directory).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--explain", "--strict-directives"})
  void flagsAreUnknown(String flag) throws IOException, InterruptedException {
    PeerCase test = new PeerCase(List.of(flag), "CHECK: x\n", "x\n");
    assertEquals(0, PeerRun.ofOurs(test, directory).status());
    Optional<Path> peer = PeerRun.peer();
    assumeTrue(peer.isPresent(), "no FileCheck-19 on the PATH");
    assertEquals(1, PeerRun.ofPeer(peer.get(), test, directory).status());
  }
}
