package bad;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Code that does not come back. It waits, as a loop would, but leaves the processor to others. */
final class Endless {
  private Endless() {}

  static <T> T wait(String what) {
    while (true) {
      LockSupport.park(what);
    }
  }

  static Optional<String> exit() {
    System.exit(0);
    return Optional.empty();
  }
}
