package org.qopt.target.c;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where memory that is needed for a time lies in an arena.
 *
 * @param offsets where each begins, a multiple of {@link #ALIGNMENT}
 * @param bytes how large the arena is
 */
record ArenaPlan(ImmutableList<Long> offsets, long bytes) {
  /** What offsets are multiples of: the width of common vector registers. */
  static final int ALIGNMENT = 16;

  private record Placed(Interval interval, long from) {
    long end() {
      return from + aligned(interval.bytes());
    }
  }

  /**
   * {@return a plan in which no two that are needed at once overlap}: the largest first, each at
   * the lowest place that is free all the time
   */
  static ArenaPlan of(List<Interval> intervals) {
    Long[] offsets = new Long[intervals.size()];
    List<Placed> placed = new ArrayList<>();
    List<Integer> order =
        IntStream.range(0, offsets.length)
            .boxed()
            .sorted(Comparator.comparing(i -> -intervals.get(i).bytes()))
            .toList();
    for (int i : order) {
      Placed next = new Placed(intervals.get(i), lowest(intervals.get(i), placed));
      offsets[i] = next.from;
      placed.add(next);
      placed.sort(Comparator.comparingLong(Placed::from));
    }
    long bytes = placed.stream().mapToLong(Placed::end).max().orElse(0);
    return new ArenaPlan(ImmutableList.copyOf(offsets), bytes);
  }

  /** The lowest free place, where {@code placed} is ordered by place. */
  private static long lowest(Interval interval, List<Placed> placed) {
    long from = 0;
    for (Placed other : placed) {
      if (!other.interval.meets(interval)) {
        continue;
      }
      if (from + aligned(interval.bytes()) <= other.from) {
        return from;
      }
      from = Math.max(from, other.end());
    }
    return from;
  }

  private static long aligned(long bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }
}
