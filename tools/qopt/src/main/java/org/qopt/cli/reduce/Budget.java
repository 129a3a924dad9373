package org.qopt.cli.reduce;

import java.time.Duration;
import java.util.Optional;

/** How much a reduction may still do. */
final class Budget {
  private final long mostTests;
  private final Optional<Long> deadline;
  private long tests;

  /**
   * @param mostTests how many tests there may be
   * @param mostTime how long it may go on
   */
  Budget(long mostTests, Optional<Duration> mostTime) {
    this.mostTests = mostTests;
    this.deadline = mostTime.map(time -> System.nanoTime() + time.toNanos());
  }

  /** {@return whether there may be one more test, which is counted then} */
  boolean spend() {
    boolean left = tests < mostTests;
    tests += left ? 1 : 0;
    return left;
  }

  /** {@return how many tests there were} */
  long tests() {
    return tests;
  }

  /** {@return whether nothing more is to be tried} */
  boolean isSpent() {
    return tests >= mostTests || deadline.filter(end -> System.nanoTime() - end >= 0).isPresent();
  }
}
