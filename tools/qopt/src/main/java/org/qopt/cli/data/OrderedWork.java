package org.qopt.cli.data;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Does the same work for many numbers on several threads and hands the results over in order, so
 * that the outcome does not depend on the number of threads. At most a window of results is held at
 * a time.
 */
public final class OrderedWork {
  private static final int WINDOW_PER_THREAD = 8;

  private OrderedWork() {}

  /**
   * Works through 0, 1, ... {@code count - 1}.
   *
   * @param threads the number of threads, at least 1
   * @param work what is done for a number, on any thread; what it throws is thrown here, the lowest
   *     number first
   * @param sink takes the results, on this thread, in the order of the numbers
   */
  public static <R> void run(long count, int threads, LongFunction<R> work, Consumer<R> sink) {
    try (ExecutorService pool =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory())) {
      long window = (long) threads * WINDOW_PER_THREAD;
      for (long from = 0; from < count; from += window) {
        List<Callable<R>> tasks = new ArrayList<>();
        for (long i = from; i < Math.min(count, from + window); i++) {
          long number = i;
          tasks.add(() -> work.apply(number));
        }
        for (Future<R> result : pool.invokeAll(tasks)) {
          sink.accept(result.get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        default -> throw new IllegalStateException(e.getCause());
      }
    }
  }
}
