package org.qopt.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.qopt.dialect.nn.ReluOp;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.op.OpDef;
import org.qopt.passes.Programs;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.PatternSet;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

final class WatchdogTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  private final Operation module =
      Programs.parse(
          """
          func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
            %0 = nn.relu %x : tensor<4xf32>
            return %0 : tensor<4xf32>
          }
          """);
  private final List<String> abandoned = new ArrayList<>();

  private Diagnostic failure(Pass pass) {
    PassManager manager =
        PassManager.of(Pipeline.of(pass))
            .within(SHORT)
            .instrumentedBy(
                new PassInstrumentation() {
                  @Override
                  public void abandoned(PassRun run) {
                    abandoned.add(run.pass().info().name());
                  }
                });
    return assertThrows(
            InvalidInputException.class,
            () -> manager.run(module, PassContext.of(Programs.DIALECTS, new Diagnostics())))
        .diagnostics()
        .getFirst();
  }

  @Test
  void passThatHeedsNothingIsLeftBehind() {
    CountDownLatch end = new CountDownLatch(1);
    Diagnostic failure =
        failure(
            new ScriptedPass(
                "loops",
                Anchor.ANY,
                (_, _) -> {
                  while (end.getCount() > 0) {
                    Thread.onSpinWait();
                  }
                }));
    end.countDown();
    assertEquals("pass 'loops' did not end within 50 ms", failure.message());
    assertTrue(
        failure.notes().getFirst().message().startsWith("it was at org.qopt.pass.WatchdogTest"),
        failure::toString);
    assertEquals(List.of("loops"), abandoned);
  }

  /** Changes nothing, and says that it did. */
  private record Restless() implements RewritePattern {
    @Override
    public List<OpDef> roots() {
      return List.of(ReluOp.DEF);
    }

    @Override
    public PatternResult apply(Operation operation, Rewriter rewriter) {
      rewriter.modify(operation, () -> {});
      return PatternResult.REWRITTEN;
    }
  }

  @Test
  void rewriterSaysWhichPatternsDoNotCalmDown() {
    Diagnostic failure =
        failure(
            new ScriptedPass(
                "rewrites",
                Anchor.ANY,
                (op, _) -> {
                  while (true) {
                    GreedyRewriter.of(PatternSet.of(new Restless())).rewrite(op);
                  }
                }));
    assertEquals("pass 'rewrites' did not end within 50 ms", failure.message());
    assertTrue(
        failure.notes().getLast().message().startsWith("patterns applied most often: Restless ("),
        failure::toString);
    assertEquals(List.of(), abandoned);
  }

  @Test
  void whatEndsInTimeIsLeftAlone() {
    List<String> ran = new ArrayList<>();
    PassManager.of(Pipeline.of(new ScriptedPass("quick", Anchor.ANY, (_, _) -> ran.add("quick"))))
        .within(Duration.ofMinutes(5))
        .run(module, PassContext.of(Programs.DIALECTS, new Diagnostics()));
    assertEquals(List.of("quick"), ran);
  }

  @Test
  void whatIsThrownReachesTheCaller() {
    PassInstrumentation broken =
        new PassInstrumentation() {
          @Override
          public void beforePass(PassRun run) {
            throw new IllegalStateException("broken");
          }
        };
    PassManager manager =
        PassManager.of(Pipeline.of(new ScriptedPass("a", Anchor.ANY, (_, _) -> {})))
            .within(Duration.ofMinutes(5))
            .instrumentedBy(broken);
    assertThrows(
        IllegalStateException.class,
        () -> manager.run(module, PassContext.of(Programs.DIALECTS, new Diagnostics())));
  }
}
