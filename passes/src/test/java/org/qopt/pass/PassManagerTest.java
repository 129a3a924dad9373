package org.qopt.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.diagnostic.Severity;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.TensorType;
import org.qopt.passes.Programs;

final class PassManagerTest {
  private static final String TWO_FUNCTIONS =
      """
      func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
        %y = nn.relu %x : tensor<4xf32>
        return %y : tensor<4xf32>
      }
      func.func @g(%x: tensor<4xf32>) -> tensor<4xf32> {
        return %x : tensor<4xf32>
      }
      """;

  private final Operation module = Programs.parse(TWO_FUNCTIONS);
  private final Diagnostics reported = new Diagnostics();
  private final PassContext context = PassContext.of(Programs.DIALECTS, reported);
  private final List<String> log = new ArrayList<>();

  private Pass logging(String name, Anchor anchor) {
    return new ScriptedPass(
        name,
        anchor,
        (op, _) ->
            log.add(
                name
                    + op.attribute("sym_name", StringAttr.class)
                        .map(n -> " " + n.value())
                        .orElse("")));
  }

  private static final Pass BREAKS =
      new ScriptedPass(
          "breaks",
          Anchor.FUNCTION,
          (op, _) ->
              new FuncOp(op)
                  .entry()
                  .first()
                  .filter(first -> !first.results().isEmpty())
                  .ifPresent(first -> first.result().setType(TensorType.of(FloatType.F32, 5))));

  @Test
  void nestedPassesRunOnEachFunctionInTurn() {
    Pipeline pipeline =
        Pipeline.of(
            logging("a", Anchor.MODULE),
            logging("b", Anchor.FUNCTION),
            logging("c", Anchor.MODULE));
    PassManager.of(pipeline).run(module, context);
    assertEquals(List.of("a", "b f", "b g", "c"), log);
  }

  @Test
  void invalidResultIsTheFaultOfThePass() {
    PassManager manager = PassManager.of(Pipeline.of(BREAKS, logging("late", Anchor.MODULE)));
    InvalidInputException failure =
        assertThrows(InvalidInputException.class, () -> manager.run(module, context));
    assertEquals(
        "the program was valid before pass 'breaks'",
        failure.diagnostics().getFirst().notes().getLast().message());
    assertEquals(List.of(), log);
  }

  @Test
  void withoutVerificationInvalidResultPasses() {
    PassManager.of(Pipeline.of(BREAKS, logging("late", Anchor.MODULE)))
        .verifying(Verification.NONE)
        .run(module, context);
    assertEquals(List.of("late"), log);
  }

  @Test
  void exceptionNamesThePass() {
    IllegalStateException cause = new IllegalStateException("oops");
    Pass throwing =
        new ScriptedPass(
            "throws",
            Anchor.ANY,
            (_, _) -> {
              throw cause;
            });
    InvalidInputException failure =
        assertThrows(
            InvalidInputException.class,
            () -> PassManager.of(Pipeline.of(throwing)).run(module, context));
    assertEquals(
        "pass 'throws' failed unexpectedly: java.lang.IllegalStateException: oops",
        failure.getMessage());
    assertSame(cause, failure.getCause());
  }

  @Test
  void missingClassNamesThePass() {
    Pass unlinked =
        new ScriptedPass(
            "unlinked",
            Anchor.ANY,
            (_, _) -> {
              throw new NoClassDefFoundError("org/example/Gone");
            });
    InvalidInputException failure =
        assertThrows(
            InvalidInputException.class,
            () -> PassManager.of(Pipeline.of(unlinked)).run(module, context));
    assertEquals(
        "pass 'unlinked' failed unexpectedly: java.lang.NoClassDefFoundError: org/example/Gone",
        failure.getMessage());
  }

  @Test
  void lackOfMemoryNamesThePass() {
    Pass greedy =
        new ScriptedPass(
            "greedy",
            Anchor.ANY,
            (_, _) -> {
              throw new OutOfMemoryError("Java heap space");
            });
    InvalidInputException failure =
        assertThrows(
            InvalidInputException.class,
            () -> PassManager.of(Pipeline.of(greedy)).run(module, context));
    assertInstanceOf(OutOfMemoryError.class, failure.getCause());
    assertTrue(failure.getMessage().contains("pass 'greedy'"), failure.getMessage());
  }

  @Test
  void ruleThatTripsOverTheOutcomeNamesThePass() {
    PassManager manager =
        PassManager.of(Pipeline.of(logging("strange", Anchor.MODULE)))
            .verifying(
                (_, _) -> {
                  throw new IllegalStateException("no such type");
                });
    InvalidInputException failure =
        assertThrows(InvalidInputException.class, () -> manager.run(module, context));
    assertEquals(
        "what pass 'strange' left cannot be verified: java.lang.IllegalStateException: no such type",
        failure.getMessage());
  }

  @Test
  void endlessRecursionNamesThePass() {
    Pass recursive = new ScriptedPass("recursive", Anchor.ANY, PassManagerTest::recurse);
    InvalidInputException failure =
        assertThrows(
            InvalidInputException.class,
            () -> PassManager.of(Pipeline.of(recursive)).run(module, context));
    assertInstanceOf(StackOverflowError.class, failure.getCause());
  }

  private static void recurse(Operation operation, PassContext context) {
    recurse(operation, context);
  }

  @Test
  void reportedErrorEndsThePipeline() {
    Pass reporting =
        new ScriptedPass(
            "reports", Anchor.ANY, (op, c) -> c.report(Diagnostic.error(op.location(), "no good")));
    PassManager manager = PassManager.of(Pipeline.of(reporting, logging("late", Anchor.ANY)));
    InvalidInputException failure =
        assertThrows(InvalidInputException.class, () -> manager.run(module, context));
    assertEquals("no good", failure.getMessage());
    assertEquals(List.of(), log);
    assertEquals(List.of(), reported.all());
  }

  @Test
  void warningsReachTheSink() {
    Pass warning =
        new ScriptedPass(
            "warns",
            Anchor.ANY,
            (op, c) -> c.report(Diagnostic.of(Severity.WARNING, op.location(), "hm")));
    PassManager.of(Pipeline.of(warning)).run(module, context);
    assertEquals("hm", reported.all().getFirst().message());
  }

  @Test
  void servicesAreFoundByType() {
    PassContext more = context.with(StringAttr.class, new StringAttr("a"));
    assertEquals(new StringAttr("a"), more.service(StringAttr.class));
    assertTrue(context.findService(StringAttr.class).isEmpty());
    assertThrows(IllegalStateException.class, () -> context.service(StringAttr.class));
  }

  @Test
  void pipelineForOtherOperationIsRefused() {
    Operation function = Programs.function(module).operation();
    PassManager manager = PassManager.of(Pipeline.of(logging("a", Anchor.ANY)));
    InvalidInputException failure =
        assertThrows(InvalidInputException.class, () -> manager.run(function, context));
    assertEquals("can't run a pipeline for 'builtin.module' on 'func.func'", failure.getMessage());
  }

  @Test
  void instrumentationsAreNestedAndAlwaysClosed() {
    PassManager manager =
        PassManager.of(Pipeline.of(logging("a", Anchor.MODULE), BREAKS))
            .instrumentedBy(new Recorder("1"))
            .instrumentedBy(new Recorder("2"));
    assertThrows(InvalidInputException.class, () -> manager.run(module, context));
    assertEquals(
        List.of(
            "1 begin builtin.module",
            "2 begin builtin.module",
            "1 before a",
            "2 before a",
            "a",
            "2 after a",
            "1 after a",
            "1 begin func.func",
            "2 begin func.func",
            "1 before breaks",
            "2 before breaks",
            "2 failed breaks",
            "1 failed breaks",
            "2 end func.func",
            "1 end func.func",
            "2 end builtin.module",
            "1 end builtin.module"),
        log);
  }

  private final class Recorder implements PassInstrumentation {
    private final String name;

    Recorder(String name) {
      this.name = name;
    }

    @Override
    public void beforePipeline(Pipeline pipeline, Operation operation) {
      log.add(name + " begin " + operation.name());
    }

    @Override
    public void afterPipeline(Pipeline pipeline, Operation operation) {
      log.add(name + " end " + operation.name());
    }

    @Override
    public void beforePass(PassRun run) {
      log.add(name + " before " + run.pass().info().name());
    }

    @Override
    public void afterPass(PassRun run) {
      log.add(name + " after " + run.pass().info().name());
    }

    @Override
    public void afterPassFailed(PassRun run, InvalidInputException failure) {
      log.add(name + " failed " + run.pass().info().name());
    }
  }
}
