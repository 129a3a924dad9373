package org.example.plugin;

import java.util.List;
import org.qopt.dialect.nn.AddOp;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * To double is to add to itself.
 *
 * <pre>
 * %y = example.twice %x      |  %y = nn.add %x, %x
 * </pre>
 */
record LowerTwice() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(TwiceOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Value x = new TwiceOp(root).x();
    AddOp sum = AddOp.create(rewriter.builder(), root.location(), x, x, Activation.NONE);
    rewriter.replace(root, sum.operation());
    return PatternResult.REWRITTEN;
  }
}
