package org.qopt.rewrite;

import org.qopt.ir.Operation;

/**
 * Applies patterns until nothing changes any more. Each iteration goes through all operations and
 * again through those that a change may have made fit; in passing, operations on constants are
 * computed and unused ones without side effects removed.
 *
 * @param patterns what is applied
 * @param folder computes operations on constants
 * @param options when to give up, in which order to go, and what else to tidy
 * @param listener is told what happens
 */
public record GreedyRewriter(
    PatternSet patterns, ConstantFolder folder, GreedyOptions options, RewriteListener listener) {
  /** After how many iterations to give up, unless said otherwise. */
  public static final int DEFAULT_MAX_ITERATIONS = 10;

  /**
   * Checks the option of a pass that says after how many iterations to give up.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public static void checkMaxIterations(int iterations) {
    if (iterations < 1) {
      throw new IllegalArgumentException(
          "expected 'max-iterations' of at least 1, but got " + iterations);
    }
  }

  /** {@return a rewriter with default options that folds nothing} */
  public static GreedyRewriter of(PatternSet patterns) {
    return new GreedyRewriter(
        patterns, ConstantFolder.NONE, GreedyOptions.DEFAULT, RewriteListener.NONE);
  }

  /** {@return the same rewriter, computing operations on constants so} */
  public GreedyRewriter withFolder(ConstantFolder newFolder) {
    return new GreedyRewriter(patterns, newFolder, options, listener);
  }

  /** {@return the same rewriter, giving up after another number of iterations} */
  public GreedyRewriter withMaxIterations(int iterations) {
    return withOptions(options.withMaxIterations(iterations));
  }

  /** {@return the same rewriter with other options} */
  public GreedyRewriter withOptions(GreedyOptions newOptions) {
    return new GreedyRewriter(patterns, folder, newOptions, listener);
  }

  /** {@return the same rewriter with another listener} */
  public GreedyRewriter withListener(RewriteListener newListener) {
    return new GreedyRewriter(patterns, folder, options, newListener);
  }

  /** {@return what was done to all that {@code scope} holds; {@code scope} itself is left alone} */
  public RewriteOutcome rewrite(Operation scope) {
    return new GreedyRun(this, scope).run();
  }
}
