package org.qopt.filecheck.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds exit status and all output against those of LLVM's FileCheck 19 on calls made at random.
 *
 * <p>{@code -Dqopt.filecheck.cases=N} makes another number of calls than usual, {@code
 * -Dqopt.filecheck.seed=N} makes them from another seed.
 */
class FileCheckPeerTest {
  private static final int CASES = Integer.getInteger("qopt.filecheck.cases", 200);
  private static final long SEED = Long.getLong("qopt.filecheck.seed", 1);

  @TempDir Path directory;

  @Test
  void saysWhatLlvmSays() throws IOException, InterruptedException {
    Optional<Path> peer = PeerRun.peer();
    assumeTrue(peer.isPresent(), "no FileCheck-19 on the PATH");
    for (long seed = SEED; seed < SEED + CASES; seed++) {
      PeerCase test = new CaseGenerator(seed).generate();
      PeerRun theirs = PeerRun.ofPeer(peer.get(), test, directory);
      // Some patterns end LLVM's program by a signal.
      if (theirs.status() <= 2) {
        assertEquals(theirs, PeerRun.ofOurs(test, directory), "seed " + seed + ": " + test);
      }
    }
  }
}
