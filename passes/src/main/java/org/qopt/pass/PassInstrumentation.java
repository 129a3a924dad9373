package org.qopt.pass;

import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;

/**
 * Is told what a {@link PassManager} does. What begins ends: each {@code before} is followed by one
 * {@code after} with the same arguments, also when a pass fails.
 *
 * <p>Unless {@link #isConcurrent} says otherwise, an instrumentation is told on one thread and in
 * the order of the program; nothing runs in parallel then. A plugin brings instrumentations by a
 * {@link PassInstrumentationProvider}.
 */
public interface PassInstrumentation {
  /**
   * {@return whether several threads may call at once, each for other operations, in no order that
   * would be the same each time}
   */
  default boolean isConcurrent() {
    return false;
  }

  /** All is about to begin, with a pipeline that runs as {@code plan} says. */
  default void begin(Plan plan) {}

  /** A pipeline is about to run on an operation. */
  default void beforePipeline(Pipeline pipeline, Operation operation) {}

  /** A pipeline has run on an operation, or one of its passes has failed. */
  default void afterPipeline(Pipeline pipeline, Operation operation) {}

  /** Nested pipelines are about to run on operations directly inside {@code operation}. */
  default void beforeNested(Plan.NestStep step, Operation operation) {}

  /** Nested pipelines have run on operations directly inside {@code operation}, or have failed. */
  default void afterNested(Plan.NestStep step, Operation operation) {}

  /** A pass is about to run. */
  default void beforePass(PassRun run) {}

  /** A pass has run and left valid IR. */
  default void afterPass(PassRun run) {}

  /** A pass has failed or left invalid IR; the pipeline ends with {@code failure}. */
  default void afterPassFailed(PassRun run, InvalidInputException failure) {}

  /**
   * A pass has run and left valid IR, and so have all before it: told on one thread and in the
   * order of the program, also where passes run in parallel.
   */
  default void counted(PassRun run) {}

  /**
   * A pass did not end in the time that it was given, and may be running still, so that nothing of
   * the program can be looked at. This is the last event.
   */
  default void abandoned(PassRun run) {}

  /** An analysis of {@code operation} is about to be made. */
  default void beforeAnalysis(AnalysisKind<?> kind, Operation operation) {}

  /** An analysis of {@code operation} has been made, or has failed. */
  default void afterAnalysis(AnalysisKind<?> kind, Operation operation) {}

  /** The program is about to be verified after a pass. */
  default void beforeVerify(PassRun run) {}

  /** The program has been verified after a pass. */
  default void afterVerify(PassRun run) {}
}
