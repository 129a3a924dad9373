package org.qopt.lit;

import java.time.Duration;

/**
 * How a test ended.
 *
 * @param code the verdict
 * @param output what explains it
 * @param elapsed how long it took
 */
public record TestResult(ResultCode code, String output, Duration elapsed) {
  static TestResult of(ResultCode code, String output) {
    return new TestResult(code, output, Duration.ZERO);
  }

  TestResult after(Duration time) {
    return new TestResult(code, output, time);
  }
}
