package org.qopt.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void medianIsTheMiddle() {
    assertEquals(2, Statistics.median(List.of(9.0, 1.0, 2.0)));
    assertEquals(2.5, Statistics.median(List.of(9.0, 1.0, 2.0, 3.0)));
    assertThrows(IllegalArgumentException.class, () -> Statistics.median(List.of()));
  }

  @Test
  void ratioIsOfPairsNotOfMedians() {
    // While the machine was slow both of a pair took ten times as long.
    List<Double> ours = List.of(2.0, 20.0, 3.0);
    List<Double> theirs = List.of(1.0, 10.0, 1.0);
    assertEquals(2, Statistics.medianRatio(ours, theirs));
    assertThrows(IllegalArgumentException.class, () -> Statistics.medianRatio(ours, List.of(1.0)));
  }
}
