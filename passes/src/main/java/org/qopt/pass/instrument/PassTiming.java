package org.qopt.pass.instrument;

import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.pass.PassInstrumentation;
import org.qopt.pass.PassRun;
import org.qopt.pass.Pipeline;

/** Measures how long passes, pipelines and verification take. */
public final class PassTiming implements PassInstrumentation {
  private final Timing timing;

  /** An instrumentation that measures into {@code timing}. */
  public PassTiming(Timing timing) {
    this.timing = timing;
  }

  @Override
  public void beforePipeline(Pipeline pipeline, Operation operation) {
    if (operation.parentOp().isPresent()) {
      timing.start("'" + pipeline.anchor() + "' Pipeline");
    }
  }

  @Override
  public void afterPipeline(Pipeline pipeline, Operation operation) {
    if (operation.parentOp().isPresent()) {
      timing.stop();
    }
  }

  @Override
  public void beforePass(PassRun run) {
    timing.start(run.pass().info().title());
  }

  @Override
  public void afterPass(PassRun run) {
    timing.stop();
  }

  @Override
  public void afterPassFailed(PassRun run, InvalidInputException failure) {
    timing.stop();
  }

  @Override
  public void beforeVerify(PassRun run) {
    timing.start("(V) Verifier");
  }

  @Override
  public void afterVerify(PassRun run) {
    timing.stop();
  }
}
