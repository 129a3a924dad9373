package org.qopt.passes.bind;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.Optional;
import org.qopt.quantize.ValueRange;

/**
 * What a calibration found out about the values of a program.
 *
 * @param ranges the range of each value, by name
 * @param samples how many samples the program ran over
 * @param method how the ranges follow from what was seen, such as {@code minmax}
 */
public record CalibrationTable(
    ImmutableSortedMap<String, ValueRange> ranges, long samples, String method) {
  /** {@return the table of these ranges} */
  public static CalibrationTable of(Map<String, ValueRange> ranges, long samples, String method) {
    return new CalibrationTable(ImmutableSortedMap.copyOf(ranges), samples, method);
  }

  /** {@return the range of the value {@code name}, if it is known} */
  public Optional<ValueRange> range(String name) {
    return Optional.ofNullable(ranges.get(name));
  }
}
