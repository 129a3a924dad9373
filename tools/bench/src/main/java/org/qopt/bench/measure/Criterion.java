package org.qopt.bench.measure;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What is asked of a workload: how much it may take, by itself or relative to the other program.
 *
 * @param metric what is measured
 * @param relative whether the limits are on the ratio of ours to theirs, or on ours
 * @param required the most that is acceptable, if anything is
 * @param wanted the most that one would be glad of, if anything is
 */
public record Criterion(
    Metric metric, boolean relative, OptionalDouble required, OptionalDouble wanted) {
  /** {@return limits on the ratio of ours to theirs} */
  public static Criterion ratio(Metric metric, double required, double wanted) {
    return new Criterion(metric, true, OptionalDouble.of(required), OptionalDouble.of(wanted));
  }

  /** {@return limits on ours, in seconds or bytes} */
  public static Criterion value(Metric metric, double required, double wanted) {
    return new Criterion(metric, false, OptionalDouble.of(required), OptionalDouble.of(wanted));
  }

  /** {@return a limit on ours that must be kept, and nothing beyond} */
  public static Criterion atMost(Metric metric, double required) {
    return new Criterion(metric, false, OptionalDouble.of(required), OptionalDouble.empty());
  }

  /** {@return no limits: to be shown} */
  public static Criterion shown(Metric metric) {
    return new Criterion(metric, true, OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** {@return one of the limits as text, {@code -} where there is none} */
  public String text(OptionalDouble limit) {
    if (limit.isEmpty()) {
      return "-";
    }
    return relative ? times(limit.getAsDouble()) : metric.text(limit.getAsDouble());
  }

  /** {@return a ratio as text} */
  public static String times(double ratio) {
    return String.format(Locale.ROOT, "%.2fx", ratio);
  }
}
