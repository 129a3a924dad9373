package org.example.plugin;

import org.qopt.ir.Operation;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.pass.remark.RewriteRemarks;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.PatternSet;

/** {@code lower-example}: brings the dialect {@code example} to {@code nn}. */
public record LowerExamplePass() implements Pass {
  private static final PassInfo INFO =
      PassInfo.of("lower-example", "turns operations of the dialect example into those of nn")
          .describedAs("`example.twice %x` becomes `nn.add %x, %x`.");

  @Override
  public PassInfo info() {
    return INFO;
  }

  @Override
  public void run(Operation operation, PassContext context) {
    RewriteRemarks remarks = new RewriteRemarks(INFO.name(), context);
    GreedyRewriter.of(PatternSet.of(new LowerTwice())).withListener(remarks).rewrite(operation);
    remarks.finish(operation);
  }
}
