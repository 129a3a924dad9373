package org.qopt.target.tpu.canonicalize;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;
import org.qopt.target.tpu.dialect.ReshapeOp;

/**
 * Of two reshapes in a row only the second matters.
 *
 * <pre>
 * %a = tpu.reshape %x {...}  |
 * %y = tpu.reshape %a {...}  |  %y = tpu.reshape %x {...}
 * </pre>
 */
record MergeReshapes() implements RewritePattern {
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
