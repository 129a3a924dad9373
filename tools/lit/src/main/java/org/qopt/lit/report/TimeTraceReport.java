package org.qopt.lit.report;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.qopt.lit.ResultCode;

/** When each test ran, in the form that Chrome's tracing shows. */
public final class TimeTraceReport implements Report {
  /** Makes a report. */
  public TimeTraceReport() {}

  @Override
  public String text(List<Finished> tests, Duration elapsed) {
    String events =
        tests.stream()
            .filter(done -> done.result().code().isExecuted())
            .filter(done -> done.result().code() != ResultCode.UNSUPPORTED)
            .map(TimeTraceReport::event)
            .collect(Collectors.joining(",\n"));
    return "{\n  \"traceEvents\": [\n" + events + "\n  ]\n}\n";
  }

  private static String event(Finished done) {
    return "    {\"dur\": "
        + micros(done.result().elapsed())
        + ", \"name\": "
        + JsonText.quote(done.test().name())
        + ", \"ph\": \"X\", \"pid\": 0, \"tid\": 1, \"ts\": "
        + micros(done.start())
        + "}";
  }

  private static long micros(Duration time) {
    return time.toNanos() / 1000;
  }
}
