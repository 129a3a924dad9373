package org.qopt.cli.plugin;

import com.google.common.base.Throwables;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import org.qopt.ir.CallsOfDefinitions;
import org.qopt.ir.diagnostic.InvalidInputException;

/**
 * Gives up on code of plugins that does not end, wherever qopt calls it: when it is loaded, reads a
 * type, verifies, computes. Passes have a watchdog of their own.
 */
public final class EndlessCode {
  private static final long LOOK_EVERY_MILLIS = 100;

  // Whoever watches passes comes first, and lets one that was interrupted say how far it came.
  private static final Duration GRACE = Duration.ofMillis(1500);

  private final Duration limit;
  private final Map<Thread, Seen> seen = new HashMap<>();
  // By commands before this one, in a process that runs several.
  private final Set<Thread> leftBehind = new HashSet<>();

  // In code of a plugin at every look since then, and in no new call.
  private record Seen(ForeignCode code, long since) {}

  /** Watches for code that runs for longer than {@code limit}; zero is no limit. */
  public EndlessCode(Duration limit) {
    this.limit = limit;
  }

  /**
   * {@return what {@code command} returns}
   *
   * @throws InvalidInputException if code does not end; its thread is left behind and does not keep
   *     the process alive
   */
  public int watch(IntSupplier command) {
    FutureTask<Integer> task = new FutureTask<>(command::getAsInt);
    leftBehind.addAll(inForeignCode().keySet());
    CallsOfDefinitions.watch();
    try {
      Thread.ofPlatform().daemon().name("qopt-command").start(task);
      while (true) {
        try {
          return task.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          look();
        }
      }
    } catch (ExecutionException e) {
      Throwables.throwIfUnchecked(e.getCause());
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while a command ran", e);
    } finally {
      CallsOfDefinitions.unwatch();
    }
  }

  private void look() {
    if (limit.isZero()) {
      return;
    }
    long now = System.nanoTime();
    Map<Thread, ForeignCode> found = inForeignCode();
    found.keySet().removeAll(leftBehind);
    seen.keySet().retainAll(found.keySet());
    found.forEach((thread, code) -> note(thread, code, now));
  }

  private static Map<Thread, ForeignCode> inForeignCode() {
    Map<Thread, ForeignCode> found = new HashMap<>();
    Thread.getAllStackTraces()
        .forEach(
            (thread, stack) ->
                ForeignCode.on(thread, stack).ifPresent(code -> found.put(thread, code)));
    return found;
  }

  private void note(Thread thread, ForeignCode code, long now) {
    Seen before = seen.get(thread);
    boolean same = before != null && before.code().call().equals(code.call());
    long since = same ? before.since() : now;
    seen.put(thread, new Seen(code, since));
    if (now - since > limit.plus(GRACE).toNanos()) {
      throw new InvalidInputException(code.error("did not end within " + limit.toSeconds() + " s"));
    }
  }
}
