package org.qopt.passes.applyrewrites;

import java.nio.file.Path;
import java.util.List;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.passes.greedy.GreedyPassRun;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.PatternSet;
import org.qopt.rewrite.data.PatternSource;

/**
 * {@code apply-rewrites}: applies the patterns of files, which a {@link PatternSource} reads, until
 * nothing changes.
 *
 * @param file the files
 * @param maxIterations after how many iterations to stop
 * @param testConvergence whether stopping so is an error
 */
public record ApplyRewritesPass(List<Path> file, int maxIterations, boolean testConvergence)
    implements Pass {
  /** The pass with its default options; it lacks a file. */
  public static final ApplyRewritesPass DEFAULT =
      new ApplyRewritesPass(List.of(), GreedyRewriter.DEFAULT_MAX_ITERATIONS, false);

  private static final String NAME = "apply-rewrites";

  /** Checks the options. */
  public ApplyRewritesPass {
    file = List.copyOf(file);
    GreedyRewriter.checkMaxIterations(maxIterations);
  }

  @Override
  public PassInfo info() {
    return PassInfo.of(NAME, "applies the patterns that files hold")
        .describedAs(
            """
            Reads 'rewrite.pattern' operations from files and applies them until none applies any \
            more, those of greatest benefit first; meanwhile unused operations without side \
            effects are removed. 'canonicalize' applies such patterns together with its own.

            ```mlir
            rewrite.pattern ({
              %x = rewrite.operand : !rewrite.value
              %inner = rewrite.match %x {op = "nn.relu"} : !rewrite.op
              %outer = rewrite.match %inner {op = "nn.relu"} : !rewrite.op
              rewrite.replace %outer, %inner
            }) {sym_name = "MergeRelus"}
            ```""")
        .option("file", "the files with the patterns")
        .option("max-iterations", "how many times to go through the program at most")
        .option("test-convergence", "fail if that was not often enough");
  }

  @Override
  public void run(Operation operation, PassContext context) {
    if (file.isEmpty()) {
      throw new InvalidInputException(
          operation.reportLocation(), "pass 'apply-rewrites' expects file=FILE, but has none");
    }
    PatternSource source = context.service(PatternSource.class);
    PatternSet patterns =
        PatternSet.of(file.stream().flatMap(one -> source.load(one).stream()).toList());
    GreedyRewriter rewriter = GreedyRewriter.of(patterns).withMaxIterations(maxIterations);
    new GreedyPassRun(NAME, rewriter, testConvergence).run(operation, context);
  }
}
