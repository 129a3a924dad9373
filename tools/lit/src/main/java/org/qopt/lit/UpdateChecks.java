package org.qopt.lit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qopt.lit.script.ScriptException;
import org.qopt.lit.script.ScriptParser;
import org.qopt.lit.script.TestScript;
import org.qopt.lit.shell.FileProblem;
import org.qopt.lit.shell.Processes;
import org.qopt.lit.shell.Script;
import org.qopt.lit.shell.Shell;
import org.qopt.lit.shell.ShellFault;
import org.qopt.lit.shell.ShellOptions;
import org.qopt.lit.shell.ShellState;
import org.qopt.lit.shell.ShellSyntaxException;
import org.qopt.lit.update.CheckUpdater;
import org.qopt.lit.update.RecordedRun;
import org.qopt.lit.update.Recorder;

/** Writes the directives of a test anew where they no longer hold. */
record UpdateChecks(LitTest test, RunOptions options, boolean attributes) {
  private static final int ATTEMPTS = 4;
  private static final List<String> CHECKERS = List.of("filecheck", "FileCheck");

  /**
   * What came of a test.
   *
   * @param text in a few words
   * @param failed whether it should have been updated and could not be
   */
  record Outcome(String text, boolean failed) {}

  Outcome update() {
    try {
      byte[] bytes = Files.readAllBytes(test.file());
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (!Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
        return new Outcome("left: it is not UTF-8", false);
      }
      TestScript script = ScriptParser.parse(new String(bytes, StandardCharsets.ISO_8859_1));
      if (script.commands().stream().anyMatch(c -> c.text().contains("-verify-diagnostics"))) {
        return new Outcome("left: it verifies diagnostics", false);
      }
      return update(text, script);
    } catch (ScriptException e) {
      return new Outcome("failed: " + e.getMessage(), true);
    } catch (IOException e) {
      return new Outcome("failed: " + FileProblem.describe(e), true);
    }
  }

  private Outcome update(String text, TestScript first) throws IOException, ScriptException {
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    TestScript script = first;
    List<String> lines = text.lines().toList();
    Files.createDirectories(test.temporaryDirectory());
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<RecordedRun> runs = new ArrayList<>();
      TestResult result = Attempt.run(recording(runs), script, "", options);
      Optional<Outcome> left = refuse(result, runs);
      Optional<List<String>> updated =
          left.isPresent()
              ? Optional.empty()
              : new CheckUpdater(runs, this::holds, test.file().getParent(), attributes)
                  .update(lines);
      if (updated.isEmpty()) {
        restore(text, attempt);
        return left.orElse(new Outcome("failed: no directives were found that hold", true));
      }
      if (updated.get().equals(lines)) {
        return new Outcome(attempt == 0 ? "unchanged" : "updated", false);
      }
      lines = updated.get();
      String joined = lines.stream().map(line -> line + end).collect(Collectors.joining());
      WholeFile.write(test.file(), joined.getBytes(StandardCharsets.UTF_8));
      // What tools print may depend on the lines of the file, so they have to run again.
      script =
          ScriptParser.parse(
              new String(Files.readAllBytes(test.file()), StandardCharsets.ISO_8859_1));
    }
    restore(text, ATTEMPTS);
    return new Outcome("failed: what is printed changes with every update", true);
  }

  private static Optional<Outcome> refuse(TestResult result, List<RecordedRun> runs) {
    if (result.code() != ResultCode.PASS) {
      return Optional.of(
          new Outcome("failed: it fails before anything is checked; see lit -v", true));
    }
    if (runs.isEmpty()) {
      return Optional.of(new Outcome("left: no RUN line checks its directives", false));
    }
    return runs.stream()
            .flatMap(run -> run.flags().stream())
            .anyMatch(flag -> flag.endsWith("-strict-whitespace"))
        ? Optional.of(new Outcome("left: it checks white space", false))
        : Optional.empty();
  }

  private void restore(String text, int attempt) throws IOException {
    if (attempt > 0) {
      WholeFile.write(test.file(), text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** {@return the test with commands that remember what is to be checked} */
  private LitTest recording(List<RecordedRun> runs) {
    ImmutableMap.Builder<String, Command> recorders = ImmutableMap.builder();
    CHECKERS.forEach(name -> recorders.put(name, new Recorder(name, test.file(), runs)));
    return new LitTest(test.config().withCommands(recorders.buildOrThrow()), test.file());
  }

  private boolean holds(RecordedRun run, Collection<String> prefixes, List<String> lines) {
    Path base = test.temporaryDirectory().resolve(test.file().getFileName() + ".update");
    Path checks = base.resolveSibling(base.getFileName() + ".checks");
    Path input = base.resolveSibling(base.getFileName() + ".input");
    try {
      Files.write(checks, lines, StandardCharsets.UTF_8);
      Files.write(input, run.input());
      List<String> words = new ArrayList<>();
      words.add(run.name());
      words.add(checks.toString());
      words.addAll(run.flags());
      words.add("--check-prefixes=" + String.join(",", prefixes));
      String call = words.stream().map(Transcript::quoted).collect(Collectors.joining(" "));
      return shell(run).run(Script.parse(call + " < " + Transcript.quoted(input.toString()))) == 0;
    } catch (IOException | ShellFault | ShellSyntaxException e) {
      return false;
    } finally {
      delete(checks);
      delete(input);
    }
  }

  private Shell shell(RecordedRun run) {
    ShellOptions shellOptions =
        new ShellOptions(test.config().commands(), false, ImmutableList.of(), true, false);
    ShellState state = new ShellState(run.directory(), run.environment());
    return new Shell(shellOptions, state, new Processes(), _ -> {});
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It stands where tests leave such files anyway.
      return;
    }
  }
}
