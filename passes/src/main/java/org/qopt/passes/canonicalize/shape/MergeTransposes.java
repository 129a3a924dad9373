package org.qopt.passes.canonicalize.shape;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.TransposeOp;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * Two transposes in a row are one.
 *
 * {@snippet lang=qir :
 * %a = nn.transpose %x {permutation = array<i64: 0, 2, 3, 1>} : tensor<1x4x4x3xf32>
 * %y = nn.transpose %a {permutation = array<i64: 0, 2, 1, 3>} : tensor<1x4x4x3xf32>
 * // becomes
 * %y = nn.transpose %x {permutation = array<i64: 0, 3, 2, 1>} : tensor<1x4x4x3xf32>
 * }
 */
public record MergeTransposes() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(TransposeOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    TransposeOp outer = new TransposeOp(root);
    Optional<TransposeOp> inner =
        outer.x().definingOp().filter(op -> op.is(TransposeOp.DEF)).map(TransposeOp::new);
    if (inner.isEmpty()) {
      return PatternResult.noMatch("the operand is not transposed");
    }
    int[] first = inner.get().permutation();
    int[] second = outer.permutation();
    long[] both = new long[second.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = first[second[i]];
    }
    TransposeOp merged =
        TransposeOp.create(rewriter.builder(), root.location(), inner.get().x(), both);
    rewriter.replace(root, merged.operation());
    return PatternResult.REWRITTEN;
  }
}
