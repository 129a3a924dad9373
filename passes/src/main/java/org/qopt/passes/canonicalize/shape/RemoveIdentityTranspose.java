package org.qopt.passes.canonicalize.shape;

import java.util.List;
import org.qopt.dialect.nn.TransposeOp;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A transpose that leaves every axis where it is does nothing.
 *
 * {@snippet lang=qir :
 * %y = nn.transpose %x {permutation = array<i64: 0, 1, 2>} : tensor<2x3x4xf32>
 * // becomes
 * %x
 * }
 */
public record RemoveIdentityTranspose() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(TransposeOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    TransposeOp transpose = new TransposeOp(root);
    int[] permutation = transpose.permutation();
    for (int i = 0; i < permutation.length; i++) {
      if (permutation[i] != i) {
        return PatternResult.noMatch("the permutation moves an axis");
      }
    }
    return Replacements.byEqual(root, transpose.x(), rewriter);
  }
}
