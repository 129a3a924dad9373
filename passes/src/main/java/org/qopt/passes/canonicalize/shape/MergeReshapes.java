package org.qopt.passes.canonicalize.shape;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * Of two reshapes in a row only the second matters.
 *
 * {@snippet lang=qir :
 * %a = nn.reshape %x {shape = array<i64: 4, 6>} : tensor<4x6xf32>
 * %y = nn.reshape %a {shape = array<i64: 24>} : tensor<24xf32>
 * // becomes
 * %y = nn.reshape %x {shape = array<i64: 24>} : tensor<24xf32>
 * }
 */
public record MergeReshapes() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(ReshapeOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Optional<Operation> inner = root.operand(0).definingOp().filter(op -> op.is(ReshapeOp.DEF));
    if (inner.isEmpty()) {
      return PatternResult.noMatch("the operand is not reshaped");
    }
    rewriter.modify(root, () -> root.setOperand(0, inner.get().operand(0)));
    return PatternResult.REWRITTEN;
  }
}
