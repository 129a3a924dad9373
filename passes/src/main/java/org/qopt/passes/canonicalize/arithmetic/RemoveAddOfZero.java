package org.qopt.passes.canonicalize.arithmetic;

import java.util.List;
import java.util.OptionalDouble;
import org.qopt.dialect.nn.AddOp;
import org.qopt.dialect.nn.SubOp;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.passes.match.Constants;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * Adding or subtracting 0 does nothing; that it turns -0 into 0 is left out of account.
 *
 * {@snippet lang=qir :
 * %y = nn.add %x, %zero : tensor<4xf32>
 * // becomes
 * %x
 * }
 */
public record RemoveAddOfZero() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(AddOp.DEF, SubOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    OptionalDouble summand = Constants.uniform(root.operand(1));
    return summand.isPresent() && summand.getAsDouble() == 0
        ? NeutralOperand.remove(root, rewriter)
        : PatternResult.noMatch("the right operand is not the constant 0");
  }
}
