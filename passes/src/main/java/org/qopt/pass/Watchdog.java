package org.qopt.pass;

import com.google.common.base.Throwables;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.UnknownLocation;

/** Gives up on passes that take too long. */
final class Watchdog {
  // Time for a pass that was interrupted to say how far it came.
  private static final Duration GRACE = Duration.ofSeconds(1);

  // They stay for the next program, which most often takes less time than to start a thread.
  private static final ExecutorService WORKERS =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("qopt-passes").factory());

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
   * Does {@code work} on another thread, which can be left behind.
   *
   * @throws InvalidInputException if a pass takes too long
   */
  void supervise(Runnable work, Instrumentations instrumentations) {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Future<?> worker = WORKERS.submit(() -> keepThrown(work, loader, thrown));
    while (!joined(worker, untilFirstIsDue())) {
      Optional<PassRun> late = late();
      if (late.isPresent()) {
        giveUp(late.get(), worker, thrown, instrumentations);
        return;
      }
    }
    Optional.ofNullable(thrown.get()).ifPresent(Throwables::throwIfUnchecked);
  }

  /** Sees what plugins bring, as {@code loader} does, but not for longer than they are open. */
  private static void keepThrown(
      Runnable work, ClassLoader loader, AtomicReference<Throwable> thrown) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      thrown.set(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private void giveUp(
      PassRun run,
      Future<?> worker,
      AtomicReference<Throwable> thrown,
      Instrumentations instrumentations) {
    Optional<String> place = place(run);
    running.keySet().forEach(this::interrupt);
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

  /** Interrupts a pass, never what its thread does after the pass has {@link #ended}. */
  private void interrupt(PassRun run) {
    running.computeIfPresent(
        run,
        (_, one) -> {
          one.thread().interrupt();
          return one;
        });
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

  private static boolean joined(Future<?> worker, Duration longest) {
    try {
      worker.get(longest.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      worker.cancel(true);
      throw new IllegalStateException("interrupted while passes ran", e);
    }
  }
}
