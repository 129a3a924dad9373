package org.qopt.lit.shell;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The processes of one run of a test, so that all of them can be ended when its time is over. */
public final class Processes {
  private final Set<Process> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  /** Makes processes of a run that has begun. */
  public Processes() {}

  void add(Process process) {
    running.add(process);
    // One that was started while the others were being ended.
    if (stopped) {
      kill(process);
    }
  }

  void remove(Process process) {
    running.remove(process);
  }

  /** {@return whether nothing of the test is to run any more} */
  public boolean stopped() {
    return stopped;
  }

  /** Ends all processes and what they have started, and lets no further command run. */
  public void stop() {
    stopped = true;
    running.forEach(Processes::kill);
  }

  static void kill(Process process) {
    // First the descendants: they are no longer known once their parent is gone.
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
