package org.example.plugin;

import java.util.List;
import org.qopt.dialect.nn.ReluOp;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * What lets next to nothing through may as well let nothing through.
 *
 * <pre>
 * %y = example.leaky_relu %x {slope = 0.001 : f32}   |   %y = nn.relu %x
 * </pre>
 *
 * @param below the slope from which on nothing is changed
 */
record SmallSlopeToRelu(double below) implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(LeakyReluOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    LeakyReluOp leaky = new LeakyReluOp(root);
    if (leaky.slope() >= below) {
      return PatternResult.noMatch("a slope of " + leaky.slope() + " is not below " + below);
    }
    ReluOp relu = ReluOp.create(rewriter.builder(), root.location(), leaky.x());
    rewriter.replace(root, relu.operation());
    return PatternResult.REWRITTEN;
  }
}
