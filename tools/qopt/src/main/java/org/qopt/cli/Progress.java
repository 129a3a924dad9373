package org.qopt.cli;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar with the time that is left, on standard error, where a person watches it. */
public final class Progress implements AutoCloseable {
  // Shorter work is over before a bar could be read.
  private static final long LEAST_STEPS = 50;

  private final Optional<ProgressBar> bar;

  private Progress(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  /** {@return a bar for {@code steps} steps, or none where nobody watches or the work is short} */
  public static Progress start(String task, long steps, CliIo io) {
    if (!io.terminal() || steps < LEAST_STEPS) {
      return new Progress(Optional.empty());
    }
    return new Progress(
        Optional.of(
            new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setConsumer(new ConsoleProgressBarConsumer(io.err()))
                .build()));
  }

  /** Says that one more step is done. */
  public void step() {
    bar.ifPresent(ProgressBar::step);
  }

  /** Removes the bar. */
  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
