package org.qopt.lit;

import com.google.common.collect.ImmutableList;
import java.time.Duration;

/**
 * How a test ended.
 *
 * @param code the verdict
 * @param output what explains it
 * @param missing the conditions of {@code REQUIRES} that do not hold
 * @param elapsed how long it took
 */
public record TestResult(
    ResultCode code, String output, ImmutableList<String> missing, Duration elapsed) {
  static TestResult of(ResultCode code, String output) {
    return new TestResult(code, output, ImmutableList.of(), Duration.ZERO);
  }

  TestResult with(ResultCode other) {
    return new TestResult(other, output, missing, elapsed);
  }

  TestResult after(Duration time) {
    return new TestResult(code, output, missing, time);
  }
}
