package org.qopt.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.diagnostic.Severity;
import org.qopt.pass.instrument.PassStatistics;
import org.qopt.pass.instrument.PassTiming;
import org.qopt.pass.instrument.Timing;
import org.qopt.pass.instrument.TimingReport;
import org.qopt.pass.remark.Remark;
import org.qopt.passes.Programs;
import org.qopt.passes.StandardPasses;

/** Nested pipelines on several threads, which nobody must be able to tell. */
final class ParallelPassesTest {
  private static final int FUNCTIONS = 400;

  // Every function has something to merge and something unused, and enough to be worth a thread.
  private static final String PROGRAM =
      IntStream.range(0, FUNCTIONS)
          .mapToObj(
              i ->
                  """
                  func.func @f%d(%%x: tensor<4xf32>) -> tensor<4xf32> {
                    %%a = nn.relu %%x : tensor<4xf32>
                    %%b = nn.relu %%x : tensor<4xf32>
                    %%c = nn.tanh %%x : tensor<4xf32>
                    %%d = nn.add %%a, %%b : tensor<4xf32>
                    return %%d : tensor<4xf32>
                  }
                  """
                      .formatted(i))
          .collect(Collectors.joining());

  private record Outcome(String program, String said, List<String> diagnostics, String counts) {}

  private static Outcome run(int threads, Pass... more) {
    Operation module = Programs.parse(PROGRAM);
    Diagnostics diagnostics = new Diagnostics();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PassContext context =
        PassContext.of(Programs.DIALECTS, diagnostics)
            .with(PrintStream.class, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    PassStatistics statistics = new PassStatistics();
    Pipeline pipeline =
        Pipeline.parse(
            "func.func(cse,canonicalize,print-op-stats)",
            PassRegistry.of(new StandardPasses().passes()));
    for (Pass pass : more) {
      pipeline = pipeline.then(pass);
    }
    try {
      PassManager.of(pipeline).onThreads(threads).instrumentedBy(statistics).run(module, context);
    } catch (InvalidInputException e) {
      e.diagnostics().forEach(diagnostics::report);
    }
    return new Outcome(
        Programs.print(module),
        bytes.toString(StandardCharsets.UTF_8),
        diagnostics.all().stream().map(Diagnostic::message).toList(),
        statistics.report(PassStatistics.Display.PIPELINE));
  }

  private static String name(Operation function) {
    return new FuncOp(function).name();
  }

  private static Pass talking() {
    return new ScriptedPass(
        "talks",
        Anchor.FUNCTION,
        (op, context) -> {
          context.report(Diagnostic.of(Severity.WARNING, op.location(), "warned of " + name(op)));
          context.remark(
              Remark.of(Remark.Kind.MISSED, "talks", "", op, "remarked " + name(op)).shownAlways());
          context.count("num-talks", 1);
        });
  }

  @Test
  void anyNumberOfThreadsDoesAndSaysTheSame() {
    Outcome alone = run(1, talking());
    assertEquals(2 * FUNCTIONS, alone.diagnostics().size());
    for (int threads : List.of(2, 5)) {
      assertEquals(alone, run(threads, talking()));
    }
  }

  @Test
  void afterTheFirstFailureNothingIsSaid() {
    Pass fails =
        new ScriptedPass(
            "fails",
            Anchor.FUNCTION,
            (op, context) -> {
              if (name(op).endsWith("7")) {
                context.report(Diagnostic.error(op.location(), "no good: " + name(op)));
              }
            });
    Outcome alone = run(1, talking(), fails);
    assertEquals("no good: f7", alone.diagnostics().getLast());
    for (int threads : List.of(2, 5)) {
      Outcome parallel = run(threads, talking(), fails);
      assertEquals(alone.diagnostics(), parallel.diagnostics());
      assertEquals(alone.said(), parallel.said());
      assertEquals(alone.counts(), parallel.counts());
    }
  }

  @Test
  void twoFunctionsAreWorkedOnAtOnce() {
    CountDownLatch both = new CountDownLatch(2);
    Pass meets =
        new ScriptedPass(
            "meets",
            Anchor.FUNCTION,
            (op, _) -> {
              if (name(op).equals("f0") || name(op).equals("f1")) {
                both.countDown();
                await(both);
              }
            });
    run(2, meets);
    assertEquals(0, both.getCount());
  }

  // The time is only a way out of a test that fails.
  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<Thread> threadsOf(PassManager manager, Set<Thread> seen, String program) {
    manager.run(Programs.parse(program), PassContext.of(Programs.DIALECTS, new Diagnostics()));
    return seen;
  }

  @Test
  void smallProgramsAndWatchersWithoutThreadsStayOnOne() {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    Pass notes =
        new ScriptedPass("notes", Anchor.FUNCTION, (_, _) -> seen.add(Thread.currentThread()));
    PassManager manager = PassManager.of(Pipeline.of(notes)).onThreads(4);
    String small = PROGRAM.substring(0, PROGRAM.indexOf("func.func @f9("));
    assertEquals(Set.of(Thread.currentThread()), threadsOf(manager, seen, small));
    PassManager watched = manager.instrumentedBy(new PassInstrumentation() {});
    assertEquals(Set.of(Thread.currentThread()), threadsOf(watched, seen, PROGRAM));
    assertEquals(Set.of(Thread.currentThread()), threadsOf(manager.onThreads(1), seen, PROGRAM));
  }

  @Test
  void timesOfAllThreadsAreOneLine() {
    Timing timing = new Timing();
    PassManager.of(Pipeline.of(talking()))
        .onThreads(3)
        .instrumentedBy(new PassTiming(timing))
        .run(Programs.parse(PROGRAM), PassContext.of(Programs.DIALECTS, new Diagnostics()));
    TimingReport report = timing.report();
    assertEquals(
        List.of("'func.func' Pipeline"),
        report.lines().stream().map(TimingReport.Line::name).toList());
    TimingReport.Line pipeline = report.lines().getFirst();
    assertEquals(
        List.of("Talks"), pipeline.inside().stream().map(TimingReport.Line::name).toList());
    assertTrue(report.user() >= report.wall());
    assertTrue(pipeline.user() >= pipeline.wall());
  }

  @Test
  void aManagerNeedsAThread() {
    assertThrows(IllegalArgumentException.class, () -> PassManager.of(Pipeline.EMPTY).onThreads(0));
  }
}
