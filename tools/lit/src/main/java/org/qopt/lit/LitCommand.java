package org.qopt.lit;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** The program {@code lit}, callable in process. */
public final class LitCommand implements Command {
  private static final int TESTS_FAILED = 1;
  private static final int BAD_USAGE = 2;

  private final Map<String, Command> commands;

  /** A lit without in-process commands but those of the configurations. */
  public LitCommand() {
    this(Map.of());
  }

  /** A lit whose tests may call {@code commands} in process. */
  public LitCommand(Map<String, Command> commands) {
    this.commands = Map.copyOf(commands);
  }

  @Override
  public int run(List<String> arguments, CommandIo io) {
    try {
      LitOptions options = LitArguments.parse(arguments, io.directory(), io.environment());
      List<LitTest> tests = select(options);
      if (options.showTests()) {
        tests.forEach(test -> io.out().println("  " + test.name()));
        return 0;
      }
      return runAll(tests, options, io.out());
    } catch (LitException e) {
      io.err().println(e.getMessage());
      return BAD_USAGE;
    }
  }

  private List<LitTest> select(LitOptions options) throws LitException {
    Discovery discovery = new Discovery(commands);
    List<LitTest> found = new ArrayList<>();
    for (Path path : options.paths()) {
      List<LitTest> tests = discovery.find(path);
      tests.stream().filter(test -> !found.contains(test)).forEach(found::add);
    }
    if (found.isEmpty()) {
      throw new LitException("error: did not discover any tests for provided path(s)");
    }
    List<LitTest> selected =
        found.stream()
            .filter(t -> options.filter().map(p -> p.matcher(t.name()).find()).orElse(true))
            .filter(t -> options.filterOut().map(p -> !p.matcher(t.name()).find()).orElse(true))
            .map(t -> withTimeout(t, options.timeout()))
            .toList();
    if (selected.isEmpty()) {
      throw new LitException(
          "error: filter did not match any tests (of " + found.size() + " discovered)");
    }
    List<LitTest> dealt = new ArrayList<>();
    for (int i = options.shard() - 1; i < selected.size(); i += options.shards()) {
      dealt.add(selected.get(i));
    }
    return dealt;
  }

  private static LitTest withTimeout(LitTest test, Optional<Integer> seconds) {
    return seconds
        .map(s -> new LitTest(test.config().withTimeout(Duration.ofSeconds(s)), test.file()))
        .orElse(test);
  }

  private static int runAll(List<LitTest> tests, LitOptions options, PrintStream out) {
    ConsoleReport report = new ConsoleReport(options, tests.size(), out);
    report.begin();
    int workers = Math.min(options.workers(), Math.max(1, tests.size()));
    ExecutorService pool = Executors.newFixedThreadPool(workers, daemons());
    try {
      ExecutorCompletionService<ConsoleReport.Finished> running =
          new ExecutorCompletionService<>(pool);
      for (LitTest test : tests) {
        running.submit(job(test, options));
      }
      for (int i = 0; i < tests.size() && !report.isOver(); i++) {
        report.add(running.take().get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
    report.end();
    return report.failed() ? TESTS_FAILED : 0;
  }

  private static ThreadFactory daemons() {
    return Thread.ofPlatform().daemon().name("lit-", 1).factory();
  }

  private static Callable<ConsoleReport.Finished> job(LitTest test, LitOptions options) {
    return () -> {
      TestResult result = TestRunner.run(test);
      boolean expected = options.expectedFailures().contains(test.path().toString());
      return new ConsoleReport.Finished(test, expected ? expectedFailure(result) : result);
    };
  }

  private static TestResult expectedFailure(TestResult result) {
    ResultCode code =
        switch (result.code()) {
          case FAIL -> ResultCode.XFAIL;
          case PASS, FLAKYPASS -> ResultCode.XPASS;
          default -> result.code();
        };
    return new TestResult(code, result.output(), result.elapsed());
  }
}
