package org.qopt.pass.instrument;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.pass.AnalysisKind;
import org.qopt.pass.PassInstrumentation;
import org.qopt.pass.PassRun;
import org.qopt.pass.Pipeline;
import org.qopt.pass.Plan;

/** Measures how long passes, pipelines, analyses and verification take. */
public final class PassTiming implements PassInstrumentation {
  private final Timing timing;
  // What goes on with each operation, outermost first. One thread at a time works on one.
  private final Map<Operation, Deque<Timing.Scope>> running = new ConcurrentHashMap<>();

  /** An instrumentation that measures into {@code timing}. */
  public PassTiming(Timing timing) {
    this.timing = timing;
  }

  @Override
  public boolean isConcurrent() {
    return true;
  }

  @Override
  public void beforePipeline(Pipeline pipeline, Operation operation) {
    String title = "'" + pipeline.anchor() + "' Pipeline";
    if (running.containsKey(operation)) {
      begin(operation, title, title);
      return;
    }
    Optional<Deque<Timing.Scope>> outer = operation.parentOp().flatMap(this::around);
    Deque<Timing.Scope> own = new ArrayDeque<>();
    // The outermost pipeline has no line of its own.
    own.push(outer.isPresent() ? outer.get().element().begin(title, title) : timing.current());
    running.put(operation, own);
  }

  @Override
  public void afterPipeline(Pipeline pipeline, Operation operation) {
    Deque<Timing.Scope> own = running.get(operation);
    own.pop().end();
    if (own.isEmpty()) {
      running.remove(operation);
    }
  }

  @Override
  public void beforeNested(Plan.NestStep step, Operation operation) {
    Deque<Timing.Scope> own = running.get(operation);
    own.push(
        step.branches().size() == 1
            ? own.element().beginHidden(step.number())
            : own.element().begin(step.number(), step.title()));
  }

  @Override
  public void afterNested(Plan.NestStep step, Operation operation) {
    end(operation);
  }

  @Override
  public void beforePass(PassRun run) {
    begin(run.operation(), run.step().number(), run.pass().info().title());
  }

  @Override
  public void afterPass(PassRun run) {
    end(run.operation());
  }

  @Override
  public void afterPassFailed(PassRun run, InvalidInputException failure) {
    end(run.operation());
  }

  @Override
  public void beforeAnalysis(AnalysisKind<?> kind, Operation operation) {
    begin(operation, kind, "(A) " + kind.title());
  }

  @Override
  public void afterAnalysis(AnalysisKind<?> kind, Operation operation) {
    end(operation);
  }

  @Override
  public void beforeVerify(PassRun run) {
    begin(run.operation(), "verify", "(V) Verifier");
  }

  @Override
  public void afterVerify(PassRun run) {
    end(run.operation());
  }

  private void begin(Operation operation, Object key, String name) {
    Deque<Timing.Scope> own = around(operation).orElseThrow();
    own.push(own.element().begin(key, name));
  }

  private void end(Operation operation) {
    around(operation).orElseThrow().pop().end();
  }

  // A pass may ask for an analysis of something inside of what it runs on.
  private Optional<Deque<Timing.Scope>> around(Operation operation) {
    Optional<Operation> current = Optional.of(operation);
    while (current.isPresent() && !running.containsKey(current.get())) {
      current = current.get().parentOp();
    }
    return current.map(running::get);
  }
}
