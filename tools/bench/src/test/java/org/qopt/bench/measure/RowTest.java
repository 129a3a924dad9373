package org.qopt.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
  private static final List<Sample> FAST = List.of(new Sample(1, 2, 3000));
  private static final List<Sample> SLOW = List.of(new Sample(2, 3, 1000));

  private static Verdict verdict(Criterion criterion, List<Sample> theirs) {
    return Row.of("work", criterion, FAST, theirs).verdict();
  }

  @Test
  void ratiosAreOfTheMetric() {
    assertEquals(0.5, ratio(Metric.WALL));
    assertEquals(2.0 / 3, ratio(Metric.PROCESSOR));
    assertEquals(3, ratio(Metric.PEAK));
  }

  private static double ratio(Metric metric) {
    return Row.of("work", Criterion.shown(metric), FAST, SLOW).ratio().orElseThrow();
  }

  @Test
  void verdictHoldsTheRatioAgainstTheLimits() {
    assertEquals(Verdict.WANTED, verdict(Criterion.ratio(Metric.WALL, 1.5, 0.5), SLOW));
    assertEquals(Verdict.REQUIRED, verdict(Criterion.ratio(Metric.WALL, 0.5, 0.4), SLOW));
    assertEquals(Verdict.MISSED, verdict(Criterion.ratio(Metric.WALL, 0.4, 0.3), SLOW));
    assertEquals(Verdict.UNKNOWN, verdict(Criterion.ratio(Metric.WALL, 0.4, 0.3), List.of()));
  }

  @Test
  void verdictHoldsOursAgainstAbsoluteLimits() {
    assertEquals(Verdict.WANTED, verdict(Criterion.value(Metric.WALL, 2, 1), List.of()));
    assertEquals(Verdict.REQUIRED, verdict(Criterion.atMost(Metric.PEAK, 3000), SLOW));
    assertEquals(Verdict.MISSED, verdict(Criterion.atMost(Metric.PEAK, 2999), SLOW));
    assertEquals(Verdict.SHOWN, verdict(Criterion.shown(Metric.PEAK), SLOW));
  }
}
