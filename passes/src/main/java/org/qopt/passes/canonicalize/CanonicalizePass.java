package org.qopt.passes.canonicalize;

import java.nio.file.Path;
import java.util.List;
import org.qopt.ir.Operation;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.passes.greedy.GreedyPassRun;
import org.qopt.rewrite.ConstantFolder;
import org.qopt.rewrite.GreedyOptions;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.PatternSet;
import org.qopt.rewrite.RegionSimplification;
import org.qopt.rewrite.RewriteListener;
import org.qopt.rewrite.data.PatternSource;

/**
 * {@code canonicalize}: applies patterns, computes constants, makes equal constants one and removes
 * what is unused until nothing changes. A {@link RewriteListener} among the services of the context
 * is told of every pattern.
 *
 * @param topDown whether operations are looked at in the order of the program
 * @param regionSimplify what becomes of blocks
 * @param maxIterations after how many iterations to stop; -1 for no limit
 * @param maxNumRewrites how many patterns may change the program in one iteration; -1 for no limit
 * @param testConvergence whether stopping before nothing changes is an error
 * @param disablePatterns the names of patterns that are not applied
 * @param enablePatterns the names of the only patterns that are applied; none for all
 * @param rewrites files with further patterns, which a {@link PatternSource} reads
 */
public record CanonicalizePass(
    boolean topDown,
    RegionSimplification regionSimplify,
    int maxIterations,
    long maxNumRewrites,
    boolean testConvergence,
    List<String> disablePatterns,
    List<String> enablePatterns,
    List<Path> rewrites)
    implements Pass {
  /** The pass with its default options. */
  public static final CanonicalizePass DEFAULT =
      new CanonicalizePass(
          true, RegionSimplification.NORMAL, 10, -1, false, List.of(), List.of(), List.of());

  /** The same, which fails where something is left to do in the end. */
  public static final CanonicalizePass CONVERGING =
      new CanonicalizePass(
          true, RegionSimplification.NORMAL, 10, -1, true, List.of(), List.of(), List.of());

  // Larger constants than any weight that is worth keeping computed.
  private static final long FOLD_LIMIT = 1L << 24;

  // A cast between representations, or a mark for calibration, says more than the constant that it
  // would become; operations of other dialects are not computed.
  private static final ConstantFolder FOLDER =
      new ConstantFolder(operation -> operation.name().startsWith("nn."), FOLD_LIMIT);

  private static final PassInfo INFO =
      PassInfo.of("canonicalize", "brings a program into the form that later passes expect")
          .titled("Canonicalizer")
          .describedAs(
              """
              Merges operations and removes what does nothing, pattern by pattern, until no pattern \
              applies: batch normalization, bias and activation go into the convolution before them, \
              transposes and reshapes cancel, what is computed from constants becomes one. Equal \
              constants become one at the start of the function, blocks that cannot be reached go.

              ```mlir
              %0 = nn.conv2d %x, %w : tensor<1x4x4x8xf32>
              %1 = nn.add %0, %b : tensor<1x4x4x8xf32>
              %2 = nn.relu %1 : tensor<1x4x4x8xf32>
              ```
              becomes
              ```mlir
              %0 = nn.conv2d %x, %w, %b {activation = "relu"} : tensor<1x4x4x8xf32>
              ```""")
          .option("top-down", "look at operations in the order of the program, not against it")
          .option("region-simplify", "remove blocks that are not reached, or merge equal ones too")
          .option("max-iterations", "how many times to go through the program at most; -1: any")
          .option("max-num-rewrites", "how many rewrites one iteration may take; -1: any")
          .option("test-convergence", "fail if something was left to do in the end")
          .option("disable-patterns", "names of patterns that are not applied")
          .option("enable-patterns", "names of the only patterns that are applied")
          .option("rewrites", "files with further patterns, as 'apply-rewrites' applies them")
          .statistic("num-folded", "Number of operations replaced by constants")
          .statistic("num-erased", "Number of unused operations erased");

  /**
   * Checks the options.
   *
   * @throws IllegalArgumentException if a number is out of range or there is no pattern of a name
   */
  public CanonicalizePass {
    disablePatterns = List.copyOf(disablePatterns);
    enablePatterns = List.copyOf(enablePatterns);
    var unused = new GreedyOptions(maxIterations, maxNumRewrites, topDown, regionSimplify, true);
    rewrites = List.copyOf(rewrites);
    // The patterns are made only if asked for: every start of a tool makes the pass known. Those of
    // files are not known before it runs.
    if (rewrites.isEmpty() && !(disablePatterns.isEmpty() && enablePatterns.isEmpty())) {
      CanonicalizePatterns.requireNames(disablePatterns);
      CanonicalizePatterns.requireNames(enablePatterns);
    }
  }

  @Override
  public PassInfo info() {
    return INFO;
  }

  @Override
  public void run(Operation operation, PassContext context) {
    GreedyOptions options =
        new GreedyOptions(maxIterations, maxNumRewrites, topDown, regionSimplify, true);
    GreedyRewriter rewriter =
        GreedyRewriter.of(patterns(context)).withFolder(FOLDER).withOptions(options);
    new GreedyPassRun(INFO.name(), rewriter, testConvergence).run(operation, context);
  }

  private PatternSet patterns(PassContext context) {
    PatternSet all = CanonicalizePatterns.ALL;
    if (!rewrites.isEmpty()) {
      PatternSource source = context.service(PatternSource.class);
      all =
          all.and(
              PatternSet.of(
                  rewrites.stream().flatMap(file -> source.load(file).stream()).toList()));
    }
    return CanonicalizePatterns.named(all, enablePatterns, disablePatterns);
  }

  /** {@return the same pass with these files of further patterns} */
  public CanonicalizePass withRewrites(List<Path> files) {
    return new CanonicalizePass(
        topDown,
        regionSimplify,
        maxIterations,
        maxNumRewrites,
        testConvergence,
        disablePatterns,
        enablePatterns,
        files);
  }
}
