package org.qopt.pass;

import com.google.common.base.Throwables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Does independent tasks on several threads, so that whoever waits cannot tell: what they say comes
 * in their order, and after one that fails nothing of later ones.
 */
final class Crew<T, R> {
  private final List<T> tasks;
  private final BiFunction<T, Outlet, R> work;
  private final List<Outcome<R>> outcomes;
  private final AtomicInteger next = new AtomicInteger();
  private volatile boolean failed;

  // Each is written by the one thread that took the task, and read when that has ended.
  private static final class Outcome<R> {
    final HeldOutlet said = new HeldOutlet();
    Optional<R> result = Optional.empty();
    Optional<Throwable> thrown = Optional.empty();
  }

  private Crew(List<T> tasks, BiFunction<T, Outlet, R> work) {
    this.tasks = tasks;
    this.work = work;
    this.outcomes = new ArrayList<>(tasks.size());
    tasks.forEach(_ -> outcomes.add(new Outcome<>()));
  }

  /**
   * Does all tasks, some on the calling thread.
   *
   * @param threads on how many threads, the calling one counted
   * @param results takes what the tasks return, in their order
   * @throws RuntimeException what the first task that failed has thrown
   */
  static <T, R> void run(
      List<T> tasks,
      int threads,
      BiFunction<T, Outlet, R> work,
      Consumer<R> results,
      Outlet outlet) {
    Crew<T, R> crew = new Crew<>(tasks, work);
    List<Thread> helpers = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, tasks.size()); i++) {
      Thread helper = new Thread(crew::takeTasks, "qopt-passes-" + i);
      helper.setDaemon(true);
      helper.start();
      helpers.add(helper);
    }
    crew.takeTasks();
    helpers.forEach(Crew::await);
    for (Outcome<R> outcome : crew.outcomes) {
      outcome.said.release(outlet);
      outcome.thrown.ifPresent(Throwables::throwIfUnchecked);
      outcome.result.ifPresent(results);
    }
  }

  // Tasks are taken in order, and what is taken is done: so all before one that fails are.
  private void takeTasks() {
    while (!failed) {
      int index = next.getAndIncrement();
      if (index >= tasks.size()) {
        return;
      }
      Outcome<R> outcome = outcomes.get(index);
      try {
        outcome.result = Optional.of(work.apply(tasks.get(index), outcome.said));
      } catch (RuntimeException | Error e) {
        outcome.thrown = Optional.of(e);
        failed = true;
      }
    }
  }

  private static void await(Thread helper) {
    boolean interrupted = false;
    while (helper.isAlive()) {
      try {
        helper.join();
      } catch (InterruptedException e) {
        // Its pass is told too, and ends; only then can the program be touched.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
