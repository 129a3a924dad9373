package org.qopt.pass;

import com.google.common.base.Throwables;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.UnknownLocation;

/** Gives up on passes that take too long. */
final class Watchdog {
  // Time for a pass that was interrupted to say how far it came.
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Duration limit;
  private final Map<PassRun, Running> running = new ConcurrentHashMap<>();

  private record Running(Thread thread, long since) {}

  Watchdog(Duration limit) {
    this.limit = limit;
  }

  /** A pass begins on this thread. */
  void began(PassRun run) {
    running.put(run, new Running(Thread.currentThread(), System.nanoTime()));
  }

  /** The pass has ended. */
  void ended(PassRun run) {
    running.remove(run);
  }

  /**
   * Does {@code work} on a thread of its own, which can be left behind.
   *
   * @throws InvalidInputException if a pass takes too long
   */
  void supervise(Runnable work, Instrumentations instrumentations) {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread worker = new Thread(() -> keepThrown(work, thrown), "qopt-passes");
    worker.setDaemon(true);
    worker.start();
    while (!joined(worker, untilFirstIsDue())) {
      Optional<PassRun> late = late();
      if (late.isPresent()) {
        giveUp(late.get(), worker, thrown, instrumentations);
        return;
      }
    }
    Optional.ofNullable(thrown.get()).ifPresent(Throwables::throwIfUnchecked);
  }

  private static void keepThrown(Runnable work, AtomicReference<Throwable> thrown) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      thrown.set(e);
    }
  }

  private void giveUp(
      PassRun run,
      Thread worker,
      AtomicReference<Throwable> thrown,
      Instrumentations instrumentations) {
    Optional<String> place = place(run);
    running.values().forEach(one -> one.thread().interrupt());
    boolean heeded = joined(worker, GRACE);
    Diagnostic error =
        Diagnostic.error(
            run.operation().reportLocation(),
            "pass '%s' did not end within %s".formatted(run.pass().info().name(), shown(limit)));
    if (place.isPresent()) {
      error = error.withNote(UnknownLocation.UNKNOWN, "it was at " + place.get());
    }
    if (heeded && thrown.get() != null) {
      error = error.withNote(UnknownLocation.UNKNOWN, String.valueOf(thrown.get().getMessage()));
    }
    if (!heeded) {
      instrumentations.after(instrumentation -> instrumentation.abandoned(run));
    }
    throw new InvalidInputException(error);
  }

  private static String shown(Duration duration) {
    return duration.toSeconds() > 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
  }

  // Where it is in the code of the pass, rather than in a list or map of the library.
  private Optional<String> place(PassRun run) {
    return Optional.ofNullable(running.get(run)).stream()
        .flatMap(one -> Stream.of(one.thread().getStackTrace()))
        .filter(frame -> !frame.getClassName().startsWith("java."))
        .findFirst()
        .map(StackTraceElement::toString);
  }

  private Optional<PassRun> late() {
    long now = System.nanoTime();
    return running.entrySet().stream()
        .filter(entry -> now - entry.getValue().since() >= limit.toNanos())
        .min(Comparator.comparingLong(entry -> entry.getValue().since()))
        .map(Map.Entry::getKey);
  }

  private Duration untilFirstIsDue() {
    long now = System.nanoTime();
    long oldest = running.values().stream().mapToLong(Running::since).min().orElse(now);
    return Duration.ofNanos(Math.max(1_000_000, oldest + limit.toNanos() - now));
  }

  private static boolean joined(Thread worker, Duration longest) {
    try {
      return worker.join(longest);
    } catch (InterruptedException e) {
      worker.interrupt();
      throw new IllegalStateException("interrupted while passes ran", e);
    }
  }
}
