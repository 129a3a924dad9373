package org.qopt.pass;

import com.google.common.collect.ImmutableSortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** The statistics of one run of a pass; several threads may add to them. */
final class PassCounts {
  private final ConcurrentHashMap<String, Long> counts = new ConcurrentHashMap<>();

  void add(String name, long amount) {
    counts.merge(name, amount, Long::sum);
  }

  ImmutableSortedMap<String, Long> all() {
    return ImmutableSortedMap.copyOf(counts);
  }
}
