package org.qopt.lit.report;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.qopt.lit.ResultCode;

/** The results as LuCI's ResultDB reads them. */
public final class ResultDbReport implements Report {
  private static final String TEST =
      """
          {
            "artifacts": {
              "artifact-content-in-request": {
                "contents": "%s"
              }
            },
            "duration": "%s",
            "expected": %s,
            "start_time": "%s",
            "status": "%s",
            "summary_html": "<p><text-artifact artifact-id=\\"artifact-content-in-request\\"></p>",
            "testId": %s
          }\
      """;

  private final Instant end;

  /**
   * Makes a report.
   *
   * @param end when the run ended
   */
  public ResultDbReport(Instant end) {
    this.end = end;
  }

  @Override
  public String text(List<Finished> tests, Duration elapsed) {
    Instant start = end.minus(elapsed);
    String entries =
        tests.stream()
            .filter(done -> done.result().code().isExecuted())
            .map(done -> entry(done, start))
            .collect(Collectors.joining(",\n"));
    return JsonReport.head(elapsed)
        + "  \"tests\": ["
        + (entries.isEmpty() ? "" : "\n" + entries + "\n  ")
        + "]\n}\n";
  }

  private static String entry(Finished done, Instant start) {
    byte[] output = done.result().output().getBytes(StandardCharsets.UTF_8);
    return TEST.formatted(
            Base64.getEncoder().encodeToString(output),
            String.format(Locale.ROOT, "%.9fs", done.result().elapsed().toNanos() / 1e9),
            !done.result().code().isFailure(),
            start.plus(done.start()),
            status(done.result().code()),
            JsonText.quote(done.test().name()))
        .indent(0)
        .stripTrailing();
  }

  private static String status(ResultCode code) {
    return switch (code) {
      case PASS, XPASS, FLAKYPASS -> "PASS";
      case FAIL, XFAIL -> "FAIL";
      case UNSUPPORTED, SKIPPED, EXCLUDED -> "SKIP";
      case UNRESOLVED, TIMEOUT -> "ABORT";
    };
  }
}
