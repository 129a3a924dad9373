package org.qopt.passes.canonicalize.arithmetic;

import java.util.List;
import java.util.OptionalDouble;
import org.qopt.dialect.nn.DivOp;
import org.qopt.dialect.nn.MulOp;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.passes.match.Constants;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * Multiplying or dividing by 1 does nothing.
 *
 * {@snippet lang=qir :
 * %y = nn.mul %x, %one : tensor<4xf32>
 * // becomes
 * %x
 * }
 */
public record RemoveMulByOne() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(MulOp.DEF, DivOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    OptionalDouble factor = Constants.uniform(root.operand(1));
    return factor.isPresent() && factor.getAsDouble() == 1
        ? NeutralOperand.remove(root, rewriter)
        : PatternResult.noMatch("the right operand is not the constant 1");
  }
}
