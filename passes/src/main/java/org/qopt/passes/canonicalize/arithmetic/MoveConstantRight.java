package org.qopt.passes.canonicalize.arithmetic;

import java.util.List;
import org.qopt.dialect.nn.AddOp;
import org.qopt.dialect.nn.MulOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.passes.match.Constants;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * The constant of a sum or product stands on the right.
 *
 * {@snippet lang=qir :
 * %y = nn.add %cst, %x : tensor<4xf32>
 * // becomes
 * %y = nn.add %x, %cst : tensor<4xf32>
 * }
 */
public record MoveConstantRight() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(AddOp.DEF, MulOp.DEF);
  }

  @Override
  public int benefit() {
    return 2;
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Value left = root.operand(0);
    Value right = root.operand(1);
    if (!Constants.isConstant(left) || Constants.isConstant(right)) {
      return PatternResult.noMatch("the left operand alone is not a constant");
    }
    rewriter.modify(root, () -> root.setOperands(List.of(right, left)));
    return PatternResult.REWRITTEN;
  }
}
