package org.qopt.pass;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.PluginLoader;
import org.qopt.ir.Region;
import org.qopt.ir.diagnostic.CodeFault;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.ir.op.Traits;

/** One run of a pipeline. What nested pipelines do to sibling operations is independent. */
final class PipelineRun {
  private final Verification verification;
  private final ImmutableList<PassInstrumentation> instrumentations;
  private final PassContext context;

  PipelineRun(
      Verification verification,
      ImmutableList<PassInstrumentation> instrumentations,
      PassContext context) {
    this.verification = verification;
    this.instrumentations = instrumentations;
    this.context = context;
  }

  void run(Pipeline pipeline, Operation operation) {
    before(instrumentation -> instrumentation.beforePipeline(pipeline, operation));
    try {
      for (Stage stage : pipeline.stages()) {
        switch (stage) {
          case PassStage(Pass pass) -> run(pass, operation);
          case Pipeline inner -> children(operation, inner.anchor()).forEach(op -> run(inner, op));
        }
      }
    } finally {
      after(instrumentation -> instrumentation.afterPipeline(pipeline, operation));
    }
  }

  // Only isolated operations, so that a pass cannot reach from one to another through a value.
  private static List<Operation> children(Operation operation, Anchor anchor) {
    List<Operation> children = new ArrayList<>();
    for (Region region : operation.regions()) {
      for (Block block : region.blocks()) {
        for (Operation child : block) {
          if (anchor.accepts(child.name()) && child.has(Traits.ISOLATED_FROM_ABOVE)) {
            children.add(child);
          }
        }
      }
    }
    return children;
  }

  private void run(Pass pass, Operation operation) {
    PassRun run = new PassRun(pass, operation);
    Diagnostics found = new Diagnostics();
    before(instrumentation -> instrumentation.beforePass(run));
    Optional<Throwable> thrown = attempt(run, found);
    if (!found.hasErrors()) {
      verify(run, found);
    }
    if (found.hasErrors()) {
      InvalidInputException failure = new InvalidInputException(found.all());
      thrown.ifPresent(failure::initCause);
      after(instrumentation -> instrumentation.afterPassFailed(run, failure));
      throw failure;
    }
    after(instrumentation -> instrumentation.afterPass(run));
    found.all().forEach(context::report);
  }

  private Optional<Throwable> attempt(PassRun run, Diagnostics found) {
    try {
      run.pass().run(run.operation(), context.forOnePass(found, run.counters()));
      return Optional.empty();
    } catch (InvalidInputException e) {
      e.diagnostics().forEach(found::report);
      return Optional.of(e);
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      found.report(unexpected(run, "pass '%s' failed unexpectedly", e));
      return Optional.of(e);
    }
  }

  private static Diagnostic unexpected(PassRun run, String message, Throwable thrown) {
    return CodeFault.error(
        run.operation().reportLocation(), message.formatted(run.pass().info().name()), thrown);
  }

  private void verify(PassRun run, Diagnostics found) {
    Diagnostics invalid = new Diagnostics();
    before(instrumentation -> instrumentation.beforeVerify(run));
    try {
      verification.verify(run.operation(), invalid);
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
      // A rule that trips over what it was to check has found something invalid.
      invalid.report(unexpected(run, "what pass '%s' left cannot be verified", e));
    }
    after(instrumentation -> instrumentation.afterVerify(run));
    String note = "the program was valid before " + nameOf(run.pass());
    invalid.all().stream()
        .map(diagnostic -> diagnostic.withNote(UnknownLocation.UNKNOWN, note))
        .forEach(found::report);
  }

  // Whoever reads the message may not know whose pass it is.
  private static String nameOf(Pass pass) {
    String name = "pass '" + pass.info().name() + "'";
    return pass.getClass().getClassLoader() instanceof PluginLoader plugin
        ? name + " of plugin '" + plugin.file() + "'"
        : name;
  }

  private void before(Consumer<PassInstrumentation> event) {
    instrumentations.forEach(event);
  }

  private void after(Consumer<PassInstrumentation> event) {
    instrumentations.reverse().forEach(event);
  }
}
