package org.qopt.lit.report;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The results in the form of LLVM's lit, whose version 19 is what the file calls its own. */
public final class JsonReport implements Report {
  private static final String TEST =
      """
          {
            "code": "%s",
            "elapsed": %s,
            "name": %s,
            "output": %s
          }\
      """;

  /** Makes a report. */
  public JsonReport() {}

  @Override
  public String text(List<Finished> tests, Duration elapsed) {
    List<Finished> executed =
        tests.stream().filter(done -> done.result().code().isExecuted()).toList();
    String entries = executed.stream().map(JsonReport::entry).collect(Collectors.joining(",\n"));
    return head(elapsed)
        + "  \"tests\": ["
        + (executed.isEmpty() ? "" : "\n" + entries + "\n  ")
        + "]\n}\n";
  }

  /** {@return what stands in front of the tests} */
  static String head(Duration elapsed) {
    return "{\n  \"__version__\": [\n    19,\n    1,\n    7\n  ],\n  \"elapsed\": "
        + seconds(elapsed)
        + ",\n";
  }

  private static String entry(Finished done) {
    return TEST.formatted(
            done.result().code(),
            seconds(done.result().elapsed()),
            JsonText.quote(done.test().name()),
            JsonText.quote(done.result().output()))
        .indent(0)
        .stripTrailing();
  }

  private static String seconds(Duration time) {
    return String.valueOf(time.toNanos() / 1e9);
  }
}
