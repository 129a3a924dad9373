package org.qopt.passes.canonicalize;

import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.pass.remark.Remark;
import org.qopt.pass.remark.RewriteRemarks;
import org.qopt.rewrite.ConstantFolder;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.RewriteListener;
import org.qopt.rewrite.RewriteOutcome;

/**
 * {@code canonicalize}: applies patterns, computes constants and removes what is unused until
 * nothing changes. A {@link RewriteListener} among the services of the context is told of every
 * pattern.
 *
 * @param maxIterations after how many iterations to stop
 * @param testConvergence whether stopping so is an error
 */
public record CanonicalizePass(int maxIterations, boolean testConvergence) implements Pass {
  /** The pass with its default options. */
  public static final CanonicalizePass DEFAULT =
      new CanonicalizePass(GreedyRewriter.DEFAULT_MAX_ITERATIONS, false);

  // Larger constants than any weight that is worth keeping computed.
  private static final long FOLD_LIMIT = 1L << 24;

  // A cast between representations, or a mark for calibration, says more than the constant that it
  // would become; operations of other dialects are not computed.
  private static final ConstantFolder FOLDER =
      new ConstantFolder(operation -> operation.dialect().equals("nn"), FOLD_LIMIT);

  private static final PassInfo INFO =
      PassInfo.of("canonicalize", "brings a program into the form that later passes expect")
          .titled("Canonicalizer")
          .describedAs(
              """
              Merges operations and removes what does nothing, pattern by pattern, until no pattern \
              applies: batch normalization, bias and activation go into the convolution before them, \
              transposes and reshapes cancel, what is computed from constants becomes one.

              ```mlir
              %0 = nn.conv2d %x, %w : tensor<1x4x4x8xf32>
              %1 = nn.add %0, %b : tensor<1x4x4x8xf32>
              %2 = nn.relu %1 : tensor<1x4x4x8xf32>
              ```
              becomes
              ```mlir
              %0 = nn.conv2d %x, %w, %b {activation = "relu"} : tensor<1x4x4x8xf32>
              ```""")
          .option("max-iterations", "how many times to go through the program at most")
          .option("test-convergence", "fail if that was not often enough");

  /** Checks the options. */
  public CanonicalizePass {
    if (maxIterations < 1) {
      throw new IllegalArgumentException(
          "expected 'max-iterations' of at least 1, but got " + maxIterations);
    }
  }

  @Override
  public PassInfo info() {
    return INFO;
  }

  @Override
  public void run(Operation operation, PassContext context) {
    RewriteRemarks remarks = new RewriteRemarks(INFO.name(), context);
    RewriteOutcome outcome =
        GreedyRewriter.of(CanonicalizePatterns.ALL)
            .withFolder(FOLDER)
            .withMaxIterations(maxIterations)
            .withListener(
                context
                    .findService(RewriteListener.class)
                    .map(listener -> listener.and(remarks))
                    .orElse(remarks))
            .rewrite(operation);
    remarks.finish(operation);
    outcome.applied().forEach(context::count);
    context.count("num-folded", outcome.folded());
    context.count("num-erased", outcome.erased());
    if (!outcome.converged()) {
      reportNonConvergence(operation, outcome, context);
    }
  }

  private void reportNonConvergence(
      Operation operation, RewriteOutcome outcome, PassContext context) {
    String message =
        "canonicalize did not converge in %d iterations; applied most often: %s"
            .formatted(outcome.iterations(), outcome.topPatterns());
    if (testConvergence) {
      throw new InvalidInputException(operation.reportLocation(), message);
    }
    context.remark(
        Remark.of(Remark.Kind.MISSED, INFO.name(), "convergence", operation, message)
            .with("iterations", outcome.iterations())
            .shownAlways());
  }
}
