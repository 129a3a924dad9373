package org.qopt.bench.measure;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One line of the report.
 *
 * @param workload the workload's name
 * @param criterion what was measured, and what is asked
 * @param ours the median of ours
 * @param theirs the median of the other program's, if it is there
 * @param ratio the median of the pairs' ratios
 * @param runs how often each ran
 */
public record Row(
    String workload,
    Criterion criterion,
    double ours,
    OptionalDouble theirs,
    OptionalDouble ratio,
    int runs) {
  /**
   * {@return what {@code ours} and {@code theirs}, run in turn, say about {@code criterion}}
   *
   * @param theirs as many as {@code ours}, or none
   */
  public static Row of(
      String workload, Criterion criterion, List<Sample> ours, List<Sample> theirs) {
    List<Double> our = ours.stream().map(sample -> sample.value(criterion.metric())).toList();
    List<Double> their = theirs.stream().map(sample -> sample.value(criterion.metric())).toList();
    double median = Statistics.median(our);
    return their.isEmpty()
        ? new Row(
            workload,
            criterion,
            median,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            ours.size())
        : new Row(
            workload,
            criterion,
            median,
            OptionalDouble.of(Statistics.median(their)),
            OptionalDouble.of(Statistics.medianRatio(our, their)),
            ours.size());
  }

  /** {@return whether what was asked is so} */
  public Verdict verdict() {
    if (criterion.required().isEmpty() && criterion.wanted().isEmpty()) {
      return Verdict.SHOWN;
    }
    OptionalDouble measured = criterion.relative() ? ratio : OptionalDouble.of(ours);
    if (measured.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    double value = measured.getAsDouble();
    if (criterion.wanted().isPresent() && value <= criterion.wanted().getAsDouble()) {
      return Verdict.WANTED;
    }
    return criterion.required().isPresent() && value <= criterion.required().getAsDouble()
        ? Verdict.REQUIRED
        : Verdict.MISSED;
  }
}
