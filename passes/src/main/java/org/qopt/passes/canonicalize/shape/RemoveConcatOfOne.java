package org.qopt.passes.canonicalize.shape;

import java.util.List;
import org.qopt.dialect.nn.ConcatOp;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * One tensor joined with nothing is that tensor.
 *
 * {@snippet lang=qir :
 * %y = nn.concat %x {axis = 1 : i64} : tensor<2x3xf32>
 * // becomes
 * %x
 * }
 */
public record RemoveConcatOfOne() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(ConcatOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    return root.operandCount() == 1
        ? Replacements.byEqual(root, root.operand(0), rewriter)
        : PatternResult.noMatch("it joins several tensors");
  }
}
