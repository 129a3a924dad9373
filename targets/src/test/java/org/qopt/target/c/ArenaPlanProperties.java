package org.qopt.target.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ArenaPlanProperties {
  @Provide
  Arbitrary<List<Interval>> intervals() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 500),
            Arbitraries.integers().between(0, 30),
            Arbitraries.integers().between(0, 10))
        .as((bytes, first, length) -> new Interval(bytes, first, first + length))
        .list()
        .ofMaxSize(40);
  }

  @Property
  void nothingThatIsNeededAtOnceOverlaps(@ForAll("intervals") List<Interval> intervals) {
    ArenaPlan plan = ArenaPlan.of(intervals);
    for (int i = 0; i < intervals.size(); i++) {
      long from = plan.offsets().get(i);
      assertEquals(0, from % ArenaPlan.ALIGNMENT);
      assertTrue(from + intervals.get(i).bytes() <= plan.bytes());
      for (int j = 0; j < i; j++) {
        long other = plan.offsets().get(j);
        assertTrue(
            intervals.get(i).first() > intervals.get(j).last()
                || intervals.get(j).first() > intervals.get(i).last()
                || from + intervals.get(i).bytes() <= other
                || other + intervals.get(j).bytes() <= from);
      }
    }
  }

  @Property
  void theArenaIsNoLargerThanAllTogether(@ForAll("intervals") List<Interval> intervals) {
    long all = intervals.stream().mapToLong(interval -> (interval.bytes() + 15) / 16 * 16).sum();
    assertTrue(ArenaPlan.of(intervals).bytes() <= all);
  }

  @Example
  void aChainNeedsItsTwoLargestNeighbours() {
    List<Interval> chain =
        IntStream.range(0, 10).mapToObj(i -> new Interval(16 * (i + 1), i, i + 1)).toList();
    assertEquals(16 * (9 + 10), ArenaPlan.of(chain).bytes());
  }

  @Example
  void nothingNeedsNoArena() {
    assertEquals(0, ArenaPlan.of(List.of()).bytes());
  }
}
