package org.qopt.lit;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.qopt.lit.report.ConsoleDisplay;
import org.qopt.lit.report.Finished;

/** Runs tests, some at a time, until all have ended or a limit of the run is reached. */
final class Workers {
  private final LitOptions.Limits limits;
  private final RunOptions options;
  private final Selection selection;
  private final PrintStream err;
  private final Map<String, Semaphore> groups = new HashMap<>();
  private final long start = System.nanoTime();

  Workers(LitOptions.Limits limits, RunOptions options, Selection selection, PrintStream err) {
    this.limits = limits;
    this.options = options;
    this.selection = selection;
    this.err = err;
  }

  /** {@return the tests as they ended, in the order in which they were given} */
  List<Finished> run(List<LitTest> tests, int workers, ConsoleDisplay display) {
    Map<LitTest, Finished> ended = new IdentityHashMap<>();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            workers, Thread.ofPlatform().daemon().name("lit-", 1).factory());
    try {
      ExecutorCompletionService<Finished> running = new ExecutorCompletionService<>(pool);
      for (LitTest test : tests) {
        running.submit(job(test));
      }
      int failures = 0;
      while (ended.size() < tests.size()) {
        Optional<Future<Finished>> next = take(running);
        if (next.isEmpty()) {
          err.println("warning: reached timeout, skipping remaining tests");
          break;
        }
        Finished done = next.get().get();
        ended.put(done.test(), done);
        display.add(done);
        failures += done.result().code().isFailure() ? 1 : 0;
        if (failures == limits.maxFailures().orElse(-1)) {
          err.println("warning: reached maximum number of test failures, skipping remaining tests");
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
    List<Finished> all = new ArrayList<>();
    TestResult skipped = TestResult.of(ResultCode.SKIPPED, "");
    for (LitTest test : tests) {
      all.add(ended.getOrDefault(test, new Finished(test, skipped, Duration.ZERO)));
    }
    return all;
  }

  private Optional<Future<Finished>> take(ExecutorCompletionService<Finished> running)
      throws InterruptedException {
    if (limits.time().isEmpty()) {
      return Optional.of(running.take());
    }
    long left = limits.time().get().toNanos() - (System.nanoTime() - start);
    return Optional.ofNullable(running.poll(Math.max(left, 0), TimeUnit.NANOSECONDS));
  }

  private Callable<Finished> job(LitTest test) {
    String group = test.config().rules().parallelismGroup();
    Integer size = test.config().rules().groupSizes().get(group);
    Semaphore turn =
        size == null ? new Semaphore(1) : groups.computeIfAbsent(group, _ -> new Semaphore(size));
    return () -> {
      turn.acquire();
      try {
        Duration begin = Duration.ofNanos(System.nanoTime() - start);
        TestResult result = TestRunner.run(test, options, selection.expectation(test));
        return new Finished(test, result, begin);
      } finally {
        turn.release();
      }
    };
  }
}
