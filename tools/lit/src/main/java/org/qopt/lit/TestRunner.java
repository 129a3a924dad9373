package org.qopt.lit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qopt.lit.script.BooleanExpression;
import org.qopt.lit.script.ScriptException;
import org.qopt.lit.script.ScriptParser;
import org.qopt.lit.script.TestScript;
import org.qopt.lit.shell.FileProblem;

/** Runs one test. */
public final class TestRunner {
  private final LitTest test;
  private final RunOptions options;
  private final Expectation expectation;

  private TestRunner(LitTest test, RunOptions options, Expectation expectation) {
    this.test = test;
    this.options = options;
    this.expectation = expectation;
  }

  /** What the command line says about a test that fails. */
  enum Expectation {
    /** The test itself knows. */
    AS_WRITTEN,
    /** It fails. */
    FAILURE,
    /** It does not fail, whatever it says. */
    NO_FAILURE
  }

  /** Runs a test; whatever goes wrong is part of the result. */
  public static TestResult run(LitTest test) {
    return run(test, RunOptions.simple(), Expectation.AS_WRITTEN);
  }

  static TestResult run(LitTest test, RunOptions options, Expectation expectation) {
    long start = System.nanoTime();
    TestResult result;
    try {
      result = new TestRunner(test, options, expectation).run();
    } catch (ScriptException e) {
      result = TestResult.of(ResultCode.UNRESOLVED, e.getMessage());
    } catch (IOException e) {
      result =
          TestResult.of(ResultCode.UNRESOLVED, "cannot run the test: " + FileProblem.describe(e));
    }
    return result.after(Duration.ofNanos(System.nanoTime() - start));
  }

  private TestResult run() throws IOException, ScriptException {
    TestConfig config = test.config();
    if (config.rules().unsupported()) {
      return TestResult.of(ResultCode.UNSUPPORTED, "Test is unsupported");
    }
    String text = Files.readString(test.file(), StandardCharsets.ISO_8859_1);
    TestScript script = ScriptParser.parse(text);
    Optional<TestResult> skipped = skip(script, config);
    if (skipped.isPresent()) {
      return skipped.get();
    }
    TestResult result =
        options.execute() ? attempts(script, text) : TestResult.of(ResultCode.PASS, "");
    if (!expectsFailure(script)) {
      return result;
    }
    return switch (result.code()) {
      case FAIL -> result.with(ResultCode.XFAIL);
      case PASS -> result.with(ResultCode.XPASS);
      default -> result;
    };
  }

  private TestResult attempts(TestScript script, String text) throws IOException, ScriptException {
    // To be told by an exception that it is there already takes long.
    if (!Files.isDirectory(test.temporaryDirectory())) {
      Files.createDirectories(test.temporaryDirectory());
    }
    int retries = script.retries().orElse(test.config().rules().retries());
    TestResult result = Attempt.run(test, script, text, options);
    for (int i = 0; i < retries && result.code() == ResultCode.FAIL; i++) {
      TestResult again = Attempt.run(test, script, text, options);
      result = again.code() == ResultCode.PASS ? again.with(ResultCode.FLAKYPASS) : again;
    }
    return result;
  }

  private static Optional<TestResult> skip(TestScript script, TestConfig config)
      throws ScriptException {
    ImmutableList<String> missing = missing(script, config.features());
    if (!missing.isEmpty()) {
      String reason = "Test requires the following unavailable features: ";
      return Optional.of(
          new TestResult(
              ResultCode.UNSUPPORTED, reason + String.join(", ", missing), missing, Duration.ZERO));
    }
    List<String> present = holding("UNSUPPORTED", script.unsupported(), config.features());
    if (!present.isEmpty()) {
      return unsupported(
          "Test does not support the following features and/or targets: "
              + String.join(", ", present));
    }
    ImmutableSet<String> limits = config.rules().limitToFeatures();
    if (!limits.isEmpty()
        && missing(script, Sets.difference(config.features(), limits)).isEmpty()) {
      return unsupported(
          "Test does not require any of the features specified in limit-to-features: "
              + String.join(", ", limits));
    }
    return Optional.empty();
  }

  private static ImmutableList<String> missing(TestScript script, Set<String> features)
      throws ScriptException {
    List<String> present = holding("REQUIRES", script.requires(), features);
    return script.requires().stream()
        .filter(condition -> !present.contains(condition))
        .collect(ImmutableList.toImmutableList());
  }

  private static List<String> holding(String list, List<String> conditions, Set<String> features)
      throws ScriptException {
    ImmutableList.Builder<String> holding = ImmutableList.builder();
    try {
      for (String condition : conditions) {
        if (BooleanExpression.evaluate(condition, features)) {
          holding.add(condition);
        }
      }
    } catch (ScriptException e) {
      throw new ScriptException("Error in " + list + " list:\n" + e.getMessage());
    }
    return holding.build();
  }

  private static Optional<TestResult> unsupported(String reason) {
    return Optional.of(TestResult.of(ResultCode.UNSUPPORTED, reason));
  }

  private boolean expectsFailure(TestScript script) throws ScriptException {
    if (expectation != Expectation.AS_WRITTEN) {
      return expectation == Expectation.FAILURE;
    }
    for (String condition : script.expectedFailures()) {
      if (condition.equals("*")) {
        return true;
      }
    }
    return !holding("XFAIL", script.expectedFailures(), test.config().features()).isEmpty();
  }
}
