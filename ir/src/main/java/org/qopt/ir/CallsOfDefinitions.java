package org.qopt.ir;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * For which operation code of a definition was last called, a thread: verification or a kernel.
 * Kept only while somebody watches, to tell a call that does not end from many that do.
 */
public final class CallsOfDefinitions {
  private static final Map<Thread, Call> LAST = new ConcurrentHashMap<>();
  private static volatile boolean watched;
  private static int watchers;

  private CallsOfDefinitions() {}

  /** One call. Two calls for one operation are two, so it is no value. */
  public static final class Call {
    private final Operation operation;

    private Call(Operation operation) {
      this.operation = operation;
    }

    /** {@return what it is for} */
    public Operation operation() {
      return operation;
    }
  }

  /** Code of the definition of {@code operation} is called next on this thread. */
  public static void begin(Operation operation) {
    if (watched) {
      LAST.put(Thread.currentThread(), new Call(operation));
    }
  }

  /** Begins to keep calls; whoever says so says {@link #unwatch} later. */
  public static synchronized void watch() {
    watchers++;
    watched = true;
  }

  /** Forgets calls, if nobody else wants them. */
  public static synchronized void unwatch() {
    watchers--;
    if (watchers == 0) {
      watched = false;
      LAST.clear();
    }
  }

  /** {@return the last call on {@code thread}, which may have ended} */
  public static Optional<Call> last(Thread thread) {
    return Optional.ofNullable(LAST.get(thread));
  }
}
