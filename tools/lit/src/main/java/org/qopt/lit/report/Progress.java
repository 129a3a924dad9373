package org.qopt.lit.report;

import java.util.Map;
import org.qopt.lit.LitTest;

/**
 * Foresees what part of the time of a run is over: tests take what they took last time, and those
 * of which nothing is known take the average.
 */
public final class Progress {
  private final Map<LitTest, Double> previous;
  private int completed;
  private double elapsed;
  private int known;
  private double knownTime;
  private int unknown;

  /**
   * The progress of a run that has not begun.
   *
   * @param tests how many there are
   * @param previous the seconds that tests took last time, by identity of the test
   */
  public Progress(int tests, Map<LitTest, Double> previous) {
    this.previous = previous;
    this.known = previous.size();
    this.unknown = tests - known;
    this.knownTime = previous.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  void add(Finished done) {
    completed++;
    elapsed += done.result().elapsed().toNanos() / 1e9;
    Double foreseen = previous.get(done.test());
    if (foreseen == null) {
      unknown--;
    } else {
      known--;
      knownTime -= foreseen;
    }
  }

  /** {@return how much of the time is over, from 0 to 1} */
  double fraction() {
    int measured = completed + known;
    double average = measured == 0 ? 0 : (elapsed + knownTime) / measured;
    double total = elapsed + knownTime + average * unknown;
    return total > 0 ? Math.clamp(elapsed / total, 0, 1) : 0;
  }
}
