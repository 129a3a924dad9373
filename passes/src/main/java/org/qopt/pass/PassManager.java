package org.qopt.pass;

import com.google.common.collect.ImmutableList;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.verify.Verifier;

/** Runs a pipeline on a program, verifies it after each pass, and tells instrumentations. */
public final class PassManager {
  private final Pipeline pipeline;
  private final Verification verification;
  private final ImmutableList<PassInstrumentation> instrumentations;

  private PassManager(
      Pipeline pipeline,
      Verification verification,
      ImmutableList<PassInstrumentation> instrumentations) {
    this.pipeline = pipeline;
    this.verification = verification;
    this.instrumentations = instrumentations;
  }

  /** {@return a manager that runs {@code pipeline} and verifies fully after each pass} */
  public static PassManager of(Pipeline pipeline) {
    return new PassManager(pipeline, Verifier::verify, ImmutableList.of());
  }

  /** {@return the same manager, verifying so after each pass} */
  public PassManager verifying(Verification newVerification) {
    return new PassManager(pipeline, newVerification, instrumentations);
  }

  /** {@return the same manager with one more instrumentation; it is told after those before it} */
  public PassManager instrumentedBy(PassInstrumentation instrumentation) {
    return new PassManager(
        pipeline,
        verification,
        ImmutableList.<PassInstrumentation>builder()
            .addAll(instrumentations)
            .add(instrumentation)
            .build());
  }

  /**
   * Runs the pipeline on {@code root}, a valid operation.
   *
   * @throws InvalidInputException with its errors if a pass fails, throws or leaves invalid IR, or
   *     if the pipeline does not run on operations like {@code root}
   */
  public void run(Operation root, PassContext context) {
    if (!pipeline.anchor().accepts(root.name())) {
      throw new InvalidInputException(
          root.reportLocation(),
          "can't run a pipeline for '%s' on '%s'".formatted(pipeline.anchor(), root.name()));
    }
    new PipelineRun(verification, instrumentations, context).run(pipeline, root);
  }
}
