package org.qopt.lit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.qopt.lit.report.ConsoleDisplay;
import org.qopt.lit.report.Finished;
import org.qopt.lit.report.Histogram;
import org.qopt.lit.report.JsonReport;
import org.qopt.lit.report.Progress;
import org.qopt.lit.report.ProgressBar;
import org.qopt.lit.report.Report;
import org.qopt.lit.report.ResultDbReport;
import org.qopt.lit.report.Summary;
import org.qopt.lit.report.TerminalBar;
import org.qopt.lit.report.TextBar;
import org.qopt.lit.report.TimeTraceReport;
import org.qopt.lit.report.XunitReport;
import org.qopt.lit.shell.FileProblem;

/** Runs the selected tests and tells what came of them. */
final class LitRun {
  private static final int TESTS_FAILED = 1;
  private static final int DEFAULT_WIDTH = 80;
  private static final int AGAIN_SHOWN = 10;

  private final LitOptions options;
  private final RunOptions runOptions;
  private final Selection selection;
  private final Warnings warnings;
  private final CommandIo io;

  LitRun(
      LitOptions options,
      RunOptions runOptions,
      Selection selection,
      Warnings warnings,
      CommandIo io) {
    this.options = options;
    this.runOptions = runOptions;
    this.selection = selection;
    this.warnings = warnings;
    this.io = io;
  }

  int run(List<LitTest> found, List<LitTest> selected) throws LitException {
    int workers = Math.min(options.workers(), selected.size());
    ConsoleDisplay display =
        new ConsoleDisplay(
            options.display(), selected.size(), found.size(), workers, io.out(), bar(selected));
    long start = System.nanoTime();
    display.begin();
    List<Finished> ran = runInTemporaryFolder(selected, workers, display);
    display.end();
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    if (options.reports().recordTimes()) {
      TestTimes.record(ran)
          .forEach(file -> io.err().println("lit: warning: Could not save test time: " + file));
    }
    List<Finished> all = withExcluded(found, ran);
    if (options.reports().histogram()) {
      new Histogram(ran).print(io.out());
    }
    new Summary(options.display(), all).print(io.out(), elapsed);
    writeReports(options.selection().shards() > 1 ? ran : all, elapsed);
    return status(ran);
  }

  private List<Finished> runInTemporaryFolder(
      List<LitTest> selected, int workers, ConsoleDisplay display) throws LitException {
    if (runOptions.environment().containsKey("LIT_PRESERVES_TMP")) {
      return new Workers(options.limits(), runOptions, selection, io.err())
          .run(selected, workers, display);
    }
    try {
      Path folder = Files.createTempDirectory("lit-tmp-");
      try {
        return new Workers(
                options.limits(), runOptions.withTemporaryFolder(folder), selection, io.err())
            .run(selected, workers, display);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new LitException("error: no folder for temporary files: " + FileProblem.describe(e));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private Optional<ProgressBar> bar(List<LitTest> selected) {
    if (!options.display().succinct() || !options.display().progressBar()) {
      return Optional.empty();
    }
    Map<LitTest, Double> previous = new IdentityHashMap<>();
    for (LitTest test : selected) {
      double seconds = Math.abs(selection.times().of(test));
      if (seconds > 0) {
        previous.put(test, seconds);
      }
    }
    Progress progress = new Progress(selected.size(), previous);
    if (!Boolean.getBoolean("qopt.terminal") || io.out() != System.out) {
      return Optional.of(new TextBar(io.out(), progress));
    }
    String columns = runOptions.environment().getOrDefault("COLUMNS", "");
    int width = columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
    return Optional.of(new TerminalBar(io.out(), progress, width));
  }

  /** {@return all that were found, in their order, those that were not selected as excluded} */
  private static List<Finished> withExcluded(List<LitTest> found, List<Finished> ran) {
    Set<LitTest> selected = Collections.newSetFromMap(new IdentityHashMap<>());
    ran.forEach(done -> selected.add(done.test()));
    List<Finished> all = new ArrayList<>(ran);
    for (LitTest test : found) {
      if (!selected.contains(test)) {
        all.add(new Finished(test, TestResult.of(ResultCode.EXCLUDED, ""), Duration.ZERO));
      }
    }
    return all;
  }

  private void writeReports(List<Finished> tests, Duration elapsed) throws LitException {
    write(options.reports().json(), new JsonReport(), tests, elapsed);
    write(options.reports().xunit(), new XunitReport(), tests, elapsed);
    write(options.reports().resultDb(), new ResultDbReport(Instant.now()), tests, elapsed);
    write(options.reports().timeTrace(), new TimeTraceReport(), tests, elapsed);
  }

  private static void write(
      Optional<Path> file, Report report, List<Finished> tests, Duration elapsed)
      throws LitException {
    if (file.isEmpty()) {
      return;
    }
    try {
      WholeFile.write(file.get(), report.text(tests, elapsed).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new LitException("error: cannot write " + file.get() + ": " + FileProblem.describe(e));
    }
  }

  private int status(List<Finished> ran) {
    warnings.printCount();
    List<Finished> failed = ran.stream().filter(done -> done.result().code().isFailure()).toList();
    if (failed.isEmpty()) {
      return 0;
    }
    boolean shown = options.display().verbose() || options.display().all();
    if (!shown && !options.display().quiet()) {
      io.err().println("\nTo run a failed test again alone:");
      failed.stream()
          .limit(AGAIN_SHOWN)
          .forEach(done -> io.err().println("  " + done.test().callAgain()));
    }
    if (options.mode().ignoreFail()) {
      io.err()
          .println("\nExiting with status 0 instead of 1 because '--ignore-fail' was specified.");
      return 0;
    }
    return TESTS_FAILED;
  }
}
