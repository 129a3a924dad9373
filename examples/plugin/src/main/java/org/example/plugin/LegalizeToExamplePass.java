package org.example.plugin;

import org.qopt.ir.Operation;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.pass.remark.RewriteRemarks;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.PatternSet;

/** {@code legalize-to-example}: from the QDQ form to tables. */
public record LegalizeToExamplePass() implements Pass {
  private static final PassInfo INFO =
      PassInfo.of("legalize-to-example", "turns functions between casts into tables")
          .describedAs(
              "`quant.qcast(nn.relu(quant.dcast(x)))` becomes `example.table`; what is left over is an error.")
          .on(Anchor.MODULE);

  @Override
  public PassInfo info() {
    return INFO;
  }

  @Override
  public void run(Operation module, PassContext context) {
    RewriteRemarks remarks = new RewriteRemarks(INFO.name(), context);
    GreedyRewriter.of(PatternSet.of(new FunctionToTable())).withListener(remarks).rewrite(module);
    remarks.finish(module);
    new ExampleTarget().verify(module, context);
  }
}
