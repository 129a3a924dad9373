package org.qopt.passes.canonicalize;

import java.nio.file.Path;
import java.util.List;
import org.qopt.ir.Operation;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.passes.greedy.GreedyPassRun;
import org.qopt.rewrite.ConstantFolder;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.PatternSet;
import org.qopt.rewrite.RewriteListener;
import org.qopt.rewrite.data.PatternSource;

/**
 * {@code canonicalize}: applies patterns, computes constants and removes what is unused until
 * nothing changes. A {@link RewriteListener} among the services of the context is told of every
 * pattern.
 *
 * @param maxIterations after how many iterations to stop
 * @param testConvergence whether stopping so is an error
 * @param rewrites files with further patterns, which a {@link PatternSource} reads
 */
public record CanonicalizePass(int maxIterations, boolean testConvergence, List<Path> rewrites)
    implements Pass {
  /** The pass with its default options. */
  public static final CanonicalizePass DEFAULT =
      new CanonicalizePass(GreedyRewriter.DEFAULT_MAX_ITERATIONS, false, List.of());

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
          .option("test-convergence", "fail if that was not often enough")
          .option("rewrites", "files with further patterns, as 'apply-rewrites' applies them")
          .statistic("num-folded", "Number of operations replaced by constants")
          .statistic("num-erased", "Number of unused operations erased");

  /** Checks the options. */
  public CanonicalizePass {
    GreedyRewriter.checkMaxIterations(maxIterations);
    rewrites = List.copyOf(rewrites);
  }

  @Override
  public PassInfo info() {
    return INFO;
  }

  @Override
  public void run(Operation operation, PassContext context) {
    GreedyRewriter rewriter =
        GreedyRewriter.of(patterns(context)).withFolder(FOLDER).withMaxIterations(maxIterations);
    new GreedyPassRun(INFO.name(), rewriter, testConvergence).run(operation, context);
  }

  private PatternSet patterns(PassContext context) {
    if (rewrites.isEmpty()) {
      return CanonicalizePatterns.ALL;
    }
    PatternSource source = context.service(PatternSource.class);
    return CanonicalizePatterns.ALL.and(
        PatternSet.of(rewrites.stream().flatMap(file -> source.load(file).stream()).toList()));
  }
}
