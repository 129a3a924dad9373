package org.qopt.lit.report;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.qopt.lit.ResultCode;
import org.qopt.lit.TestConfig;
import org.qopt.lit.TestResult;

/** The results as XML in the form of JUnit, as continuous integration reads it. */
public final class XunitReport implements Report {
  private static final Comparator<Finished> BY_SUITE_AND_PATH =
      Comparator.comparing((Finished done) -> done.test().config().suite().name())
          .thenComparing(done -> done.test().path().toString());

  /** Makes a report. */
  public XunitReport() {}

  @Override
  public String text(List<Finished> tests, Duration elapsed) {
    Map<TestConfig.Suite, List<Finished>> suites =
        tests.stream()
            .sorted(BY_SUITE_AND_PATH)
            .collect(
                Collectors.groupingBy(
                    done -> done.test().config().suite(), LinkedHashMap::new, Collectors.toList()));
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuites time=\"").append(seconds(elapsed)).append("\">\n");
    suites.forEach((suite, members) -> addSuite(xml, suite, members));
    return xml.append("</testsuites>\n").toString();
  }

  private static void addSuite(StringBuilder xml, TestConfig.Suite suite, List<Finished> tests) {
    String name = suite.name().replace('.', '-');
    long failures = tests.stream().filter(done -> done.result().code().isFailure()).count();
    long skipped = tests.stream().filter(done -> isSkipped(done.result().code())).count();
    xml.append("<testsuite name=").append(quote(name));
    xml.append(" tests=\"").append(tests.size()).append("\" failures=\"").append(failures);
    xml.append("\" skipped=\"").append(skipped).append("\">\n");
    tests.forEach(done -> addTest(xml, done, name));
    xml.append("</testsuite>\n");
  }

  private static void addTest(StringBuilder xml, Finished done, String suite) {
    Path parent = done.test().path().getParent();
    String folder = parent == null ? suite : parent.toString().replace('.', '_');
    xml.append("<testcase classname=").append(quote(suite + "." + folder));
    xml.append(" name=").append(quote(done.test().path().getFileName().toString()));
    xml.append(" time=\"").append(seconds(done.result().elapsed())).append('"');
    if (done.result().code().isFailure()) {
      xml.append(">\n  <failure><![CDATA[");
      xml.append(allowed(done.result().output().replace("]]>", "]]]]><![CDATA[>")));
      xml.append("]]></failure>\n</testcase>\n");
    } else if (isSkipped(done.result().code())) {
      xml.append(">\n  <skipped message=").append(quote(reason(done.result())));
      xml.append("/>\n</testcase>\n");
    } else {
      xml.append("/>\n");
    }
  }

  private static boolean isSkipped(ResultCode code) {
    return !code.isExecuted() || code == ResultCode.UNSUPPORTED;
  }

  private static String reason(TestResult result) {
    return switch (result.code()) {
      case EXCLUDED -> "Test not selected (--filter, --max-tests)";
      case SKIPPED -> "User interrupt";
      default ->
          result.missing().isEmpty()
              ? "Unsupported configuration"
              : "Missing required feature(s): " + String.join(", ", result.missing());
    };
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f", time.toNanos() / 1e9);
  }

  /** {@return the text without the characters that XML does not know} */
  private static String allowed(String text) {
    return text.replaceAll("[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]", "");
  }

  private static String quote(String text) {
    String escaped = allowed(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return escaped.contains("\"") && !escaped.contains("'")
        ? "'" + escaped + "'"
        : "\"" + escaped.replace("\"", "&quot;") + "\"";
  }
}
