package org.qopt.bench.measure;

import java.util.List;
import java.util.stream.IntStream;

/** What many runs say together. */
public final class Statistics {
  private Statistics() {}

  /**
   * {@return the value in the middle; the mean of the two in the middle of an even number}
   *
   * @throws IllegalArgumentException if there is none
   */
  public static double median(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values have no median");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /**
   * {@return the median of what each of {@code ours} is to its partner in {@code theirs}: what
   * slows the machine for a while slows both of a pair}
   *
   * @throws IllegalArgumentException if they are not as many, or none
   */
  public static double medianRatio(List<Double> ours, List<Double> theirs) {
    if (ours.size() != theirs.size()) {
      throw new IllegalArgumentException(
          "expected pairs, found " + ours.size() + " and " + theirs.size() + " values");
    }
    return median(
        IntStream.range(0, ours.size()).mapToObj(i -> ours.get(i) / theirs.get(i)).toList());
  }
}
