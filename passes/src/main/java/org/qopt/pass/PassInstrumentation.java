package org.qopt.pass;

import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;

/**
 * Is told what a {@link PassManager} does. What begins ends: each {@code before} is followed by one
 * {@code after} with the same arguments, also when a pass fails.
 */
public interface PassInstrumentation {
  /** A pipeline is about to run on an operation. */
  default void beforePipeline(Pipeline pipeline, Operation operation) {}

  /** A pipeline has run on an operation, or one of its passes has failed. */
  default void afterPipeline(Pipeline pipeline, Operation operation) {}

  /** A pass is about to run. */
  default void beforePass(PassRun run) {}

  /** A pass has run and left valid IR. */
  default void afterPass(PassRun run) {}

  /** A pass has failed or left invalid IR; the pipeline ends with {@code failure}. */
  default void afterPassFailed(PassRun run, InvalidInputException failure) {}

  /** The program is about to be verified after a pass. */
  default void beforeVerify(PassRun run) {}

  /** The program has been verified after a pass. */
  default void afterVerify(PassRun run) {}
}
