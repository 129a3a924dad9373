package org.qopt.passes.greedy;

import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.pass.PassContext;
import org.qopt.pass.remark.Remark;
import org.qopt.pass.remark.RewriteRemarks;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.RewriteListener;
import org.qopt.rewrite.RewriteOutcome;

/**
 * The run of a pass that applies patterns until nothing changes: remarks, statistics and what is
 * said where it does not come to an end. A {@link RewriteListener} among the services of the
 * context is told of every pattern.
 *
 * @param pass the name of the pass
 * @param rewriter what applies the patterns
 * @param testConvergence whether it is an error that it does not come to an end
 */
public record GreedyPassRun(String pass, GreedyRewriter rewriter, boolean testConvergence) {
  /**
   * Rewrites what {@code operation} holds.
   *
   * @throws InvalidInputException if it does not come to an end and is to, or if patterns undo each
   *     other
   */
  public void run(Operation operation, PassContext context) {
    RewriteRemarks remarks = new RewriteRemarks(pass, context);
    RewriteListener listener =
        context.findService(RewriteListener.class).map(other -> other.and(remarks)).orElse(remarks);
    RewriteOutcome outcome = rewriter.withListener(listener).rewrite(operation);
    remarks.finish(operation);
    outcome.applied().forEach(context::count);
    context.count("num-folded", outcome.folded());
    context.count("num-erased", outcome.erased());
    if (!outcome.changed()) {
      context.preserveAll();
    }
    Optional<Diagnostic> failure = outcome.failure(pass, operation);
    if (failure.isPresent()) {
      if (testConvergence || outcome.ending() == RewriteOutcome.Ending.LOOP) {
        throw new InvalidInputException(failure.get());
      }
      context.remark(
          Remark.of(Remark.Kind.MISSED, pass, "convergence", operation, failure.get().message())
              .with("iterations", outcome.iterations())
              .shownAlways());
    }
  }
}
