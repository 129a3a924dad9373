package org.qopt.lit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.qopt.lit.shell.Shell;
import org.qopt.lit.shell.ShellResult;
import org.qopt.lit.shell.ShellState;
import org.qopt.lit.shell.ShellSyntaxException;

/** Runs one test. */
public final class TestRunner {
  /** What of this process's environment a test sees; a test must not depend on more. */
  private static final String[] INHERITED = {
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "TERM",
    "TMPDIR",
    "TMP",
    "TEMP",
    "USER",
    "JAVA_HOME",
    "LD_LIBRARY_PATH",
    "FILECHECK_OPTS"
  };

  private TestRunner() {}

  /** Runs a test; whatever goes wrong is part of the result. */
  public static TestResult run(LitTest test) {
    long start = System.nanoTime();
    TestResult result;
    try {
      result = runScript(test);
    } catch (LitException e) {
      result = TestResult.of(ResultCode.UNRESOLVED, e.getMessage());
    } catch (IOException e) {
      result = TestResult.of(ResultCode.UNRESOLVED, "cannot run the test: " + e.getMessage());
    }
    return result.after(Duration.ofNanos(System.nanoTime() - start));
  }

  private static TestResult runScript(LitTest test) throws IOException, LitException {
    TestConfig config = test.config();
    if (config.unsupported()) {
      return TestResult.of(ResultCode.UNSUPPORTED, "Test is unsupported");
    }
    String text = Files.readString(test.file(), StandardCharsets.ISO_8859_1);
    TestScript script = TestScriptParser.parse(text);
    Optional<TestResult> skipped = skip(script, config);
    if (skipped.isPresent()) {
      return skipped.get();
    }
    boolean failureExpected = expectsFailure(script, config);
    Files.createDirectories(test.temporaryDirectory());
    TestResult result = attempt(test, script);
    for (int i = 0; i < script.retries() && result.code() == ResultCode.FAIL; i++) {
      TestResult again = attempt(test, script);
      result =
          again.code() == ResultCode.PASS
              ? TestResult.of(ResultCode.FLAKYPASS, again.output())
              : again;
    }
    if (!failureExpected) {
      return result;
    }
    return switch (result.code()) {
      case FAIL -> TestResult.of(ResultCode.XFAIL, result.output());
      case PASS, FLAKYPASS -> TestResult.of(ResultCode.XPASS, result.output());
      default -> result;
    };
  }

  private static Optional<TestResult> skip(TestScript script, TestConfig config)
      throws LitException {
    for (String condition : script.requires()) {
      if (!BooleanExpression.evaluate(condition, config.features())) {
        return unsupported("Test requires the following unavailable features: " + condition);
      }
    }
    for (String condition : script.unsupported()) {
      if (BooleanExpression.evaluate(condition, config.features())) {
        return unsupported(
            "Test does not support the following features and/or targets: " + condition);
      }
    }
    return Optional.empty();
  }

  private static Optional<TestResult> unsupported(String reason) {
    return Optional.of(TestResult.of(ResultCode.UNSUPPORTED, reason));
  }

  private static boolean expectsFailure(TestScript script, TestConfig config) throws LitException {
    for (String condition : script.expectedFailures()) {
      if (condition.equals("*") || BooleanExpression.evaluate(condition, config.features())) {
        return true;
      }
    }
    return false;
  }

  private static TestResult attempt(LitTest test, TestScript script) {
    Optional<Duration> timeout = test.config().timeout();
    Transcript transcript = new Transcript();
    if (timeout.isEmpty()) {
      return execute(test, script, transcript);
    }
    FutureTask<TestResult> task = new FutureTask<>(() -> execute(test, script, transcript));
    // A command that ignores the interrupt goes on in a daemon and cannot hold up the run's end.
    Thread thread = Thread.ofPlatform().daemon().name(test.name()).start(task);
    try {
      return task.get(timeout.get().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      return TestResult.of(
          ResultCode.TIMEOUT,
          transcript.text() + "Reached timeout of " + timeout.get().toSeconds() + " seconds\n");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return TestResult.of(ResultCode.UNRESOLVED, "interrupted");
    }
  }

  private static TestResult execute(LitTest test, TestScript script, Transcript transcript) {
    Substitutions substitutions = new Substitutions(test);
    Shell shell = new Shell(test.config().commands());
    ShellState state = new ShellState(test.workingDirectory(), environment(test.config()));
    for (TestScript.RunLine command : script.commands()) {
      String line = substitutions.apply(command.text());
      transcript.begin(command.line(), line);
      try {
        ShellResult result = shell.run(line, state);
        transcript.add(result);
        if (result.status() != 0) {
          return TestResult.of(ResultCode.FAIL, transcript.failure(result.status()));
        }
      } catch (ShellSyntaxException e) {
        return TestResult.of(
            ResultCode.FAIL,
            "shell parser error on line " + command.line() + ": " + e.getMessage() + "\n" + line);
      }
    }
    return TestResult.of(ResultCode.PASS, transcript.failure(0));
  }

  private static Map<String, String> environment(TestConfig config) {
    Map<String, String> environment = new TreeMap<>();
    for (String name : INHERITED) {
      String value = System.getenv(name);
      if (value != null) {
        environment.put(name, value);
      }
    }
    environment.putAll(config.environment());
    return environment;
  }
}
