package org.qopt.passes.canonicalize.shape;

import java.util.List;
import org.qopt.dialect.nn.CastOp;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A cast to the type that the operand has does nothing.
 *
 * {@snippet lang=qir :
 * %y = nn.cast %x : tensor<4xf32>   // %x : tensor<4xf32>
 * // becomes
 * %x
 * }
 */
public record RemoveCastToSame() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(CastOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    return Replacements.byEqual(root, root.operand(0), rewriter);
  }
}
