package org.example.plugin;

import org.qopt.ir.Operation;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.pass.remark.RewriteRemarks;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.PatternSet;

/**
 * {@code simplify-example}: applies one pattern. The component is the option {@code relu-below}.
 *
 * @param reluBelow the slope from which on nothing is changed
 */
public record SimplifyExamplePass(double reluBelow) implements Pass {
  private static final PassInfo INFO =
      PassInfo.of("simplify-example", "makes nn.relu of leaky ones that hardly leak")
          .describedAs("`example.leaky_relu` with a small slope becomes `nn.relu`.")
          .option("relu-below", "the slope from which on nothing is changed");

  @Override
  public PassInfo info() {
    return INFO;
  }

  @Override
  public void run(Operation operation, PassContext context) {
    RewriteRemarks remarks = new RewriteRemarks(INFO.name(), context);
    GreedyRewriter.of(PatternSet.of(new SmallSlopeToRelu(reluBelow)))
        .withListener(remarks)
        .rewrite(operation);
    remarks.finish(operation);
  }
}
