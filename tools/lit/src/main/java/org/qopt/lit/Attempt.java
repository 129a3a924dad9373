package org.qopt.lit;

import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.lit.script.Directive;
import org.qopt.lit.script.ScriptException;
import org.qopt.lit.script.Substitutions;
import org.qopt.lit.script.TestScript;
import org.qopt.lit.shell.ExecutedCommand;
import org.qopt.lit.shell.FileProblem;
import org.qopt.lit.shell.Processes;
import org.qopt.lit.shell.Script;
import org.qopt.lit.shell.Shell;
import org.qopt.lit.shell.ShellFault;
import org.qopt.lit.shell.ShellOptions;
import org.qopt.lit.shell.ShellState;
import org.qopt.lit.shell.ShellSyntaxException;

/** One run of the commands of a test. */
final class Attempt {
  /** How long a command may take to end after it was told to. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** How long a process may take to be gone after it was ended. */
  private static final Duration PROCESS_END = Duration.ofMillis(500);

  private static final int KILLED = -9;

  private final LitTest test;
  private final RunOptions options;
  private final Optional<Duration> timeout;
  private final Processes processes = new Processes();
  private final Transcript transcript;
  private final List<RanLine> ran = new ArrayList<>();

  private Attempt(LitTest test, RunOptions options) {
    this.test = test;
    this.options = options;
    this.timeout = options.timeout(test.config());
    this.transcript = new Transcript(timeout.isPresent());
  }

  /**
   * A {@code RUN} line, and what it did.
   *
   * @param line where it begins
   * @param script what it asks for
   * @param executed the commands that ran
   */
  record RanLine(int line, Script script, List<ExecutedCommand> executed) {}

  /**
   * Runs the commands.
   *
   * @param text the test, each byte as a character
   */
  static TestResult run(LitTest test, TestScript script, String text, RunOptions options)
      throws ScriptException {
    Attempt attempt = new Attempt(test, options);
    List<Line> commands = attempt.substitute(script);
    if (attempt.timeout.isEmpty()) {
      return attempt.execute(commands, text);
    }
    return attempt.executeInTime(commands, text, attempt.timeout.get());
  }

  private List<Line> substitute(TestScript script) throws ScriptException {
    TestConfig config = test.config();
    Substitutions substitutions =
        new Substitutions(
            BuiltinSubstitutions.of(test), config.features(), config.rules().recursionLimit());
    List<Line> commands = new ArrayList<>();
    String stem = MoreFiles.getNameWithoutExtension(test.file());
    for (Directive directive : script.directives()) {
      switch (directive) {
        case Directive.Define definition -> substitutions.define(definition);
        case Directive.Run run ->
            commands.add(
                new Line(
                    run.lines().first(),
                    coverage(stem + commands.size()) + substitutions.apply(run.text())));
      }
    }
    return commands;
  }

  /** {@return what goes before a command so that it writes down which code it ran} */
  private String coverage(String name) {
    return options.coverage()
        ? "export LLVM_PROFILE_FILE=" + Transcript.quoted(name + ".profraw") + "; "
        : "";
  }

  /** A command line with all substitutions made. */
  private record Line(int line, String text) {}

  private TestResult executeInTime(List<Line> commands, String text, Duration time) {
    String reason = "Reached timeout of " + time.toSeconds() + " seconds";
    TestResult[] result = new TestResult[1];
    // A command that ignores the interrupt goes on in a daemon and cannot hold up the run's end.
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name(test.name())
            .start(() -> result[0] = execute(commands, text));
    try {
      if (thread.join(time)) {
        return finished(result);
      }
      processes.stop();
      // A command that was a process ends by itself now, and the transcript tells how.
      if (!thread.join(PROCESS_END)) {
        thread.interrupt();
      }
      if (thread.join(GRACE)) {
        return finished(result).with(ResultCode.TIMEOUT);
      }
      transcript.error("error: command does not end when it is interrupted, and is left behind");
      return TestResult.of(ResultCode.TIMEOUT, transcript.finish(KILLED, Optional.of(reason)));
    } catch (InterruptedException e) {
      processes.stop();
      thread.interrupt();
      Thread.currentThread().interrupt();
      return TestResult.of(ResultCode.SKIPPED, "interrupted");
    }
  }

  private static TestResult finished(TestResult[] result) {
    if (result[0] == null) {
      throw new IllegalStateException("the thread of a test died");
    }
    return result[0];
  }

  private TestResult execute(List<Line> commands, String text) {
    TestConfig config = test.config();
    ShellState state = new ShellState(test.workingDirectory(), TestEnvironment.of(config, options));
    List<ExecutedCommand> executed = new ArrayList<>();
    ShellOptions shellOptions =
        new ShellOptions(
            config.commands(),
            options.isolated(),
            options.valgrind(),
            config.rules().pipefail(),
            config.rules().checks().strictDirectives());
    Shell shell =
        new Shell(
            shellOptions,
            state,
            processes,
            command -> {
              executed.add(command);
              transcript.add(command);
            });
    int line = 0;
    try {
      List<Optional<Script>> scripts = new ArrayList<>();
      for (Line command : commands) {
        line = scripts.size();
        scripts.add(
            command.text().isEmpty()
                ? Optional.empty()
                : Optional.of(Script.parse(command.text())));
      }
      int status = 0;
      for (int i = 0; i < commands.size() && status == 0; i++) {
        transcript.begin(commands.get(i).line(), commands.get(i).text());
        if (scripts.get(i).isPresent()) {
          executed.clear();
          status = shell.run(scripts.get(i).get());
          ran.add(new RanLine(commands.get(i).line(), scripts.get(i).get(), List.copyOf(executed)));
        }
      }
      return judge(status, text);
    } catch (ShellSyntaxException e) {
      Line broken = commands.get(line);
      transcript.error(
          "shell parser error on RUN: at line "
              + broken.line()
              + ": "
              + broken.text()
              + " ("
              + e.getMessage()
              + ")");
      return result(ResultCode.UNRESOLVED, 1);
    } catch (ShellFault e) {
      transcript.add(e);
      return result(ResultCode.FAIL, ShellFault.STATUS);
    } catch (IOException e) {
      transcript.error("error: cannot run the command: " + FileProblem.describe(e));
      return result(ResultCode.UNRESOLVED, 1);
    }
  }

  private TestResult judge(int status, String text) {
    if (status != 0) {
      return result(ResultCode.FAIL, status);
    }
    if (test.config().rules().checks().deadTestsFail()) {
      Optional<String> reason = DeadTests.reason(test, text, ran);
      if (reason.isPresent()) {
        transcript.error("error: dead test: " + reason.get());
        return result(ResultCode.FAIL, 1);
      }
    }
    return result(ResultCode.PASS, 0);
  }

  private TestResult result(ResultCode code, int status) {
    Optional<String> reason =
        timeout
            .filter(_ -> processes.stopped())
            .map(time -> "Reached timeout of " + time.toSeconds() + " seconds");
    return TestResult.of(code, transcript.finish(status, reason));
  }
}
