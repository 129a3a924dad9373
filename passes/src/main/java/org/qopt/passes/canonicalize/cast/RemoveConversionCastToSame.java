package org.qopt.passes.canonicalize.cast;

import java.util.List;
import org.qopt.dialect.builtin.UnrealizedConversionCastOp;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A cast to the types that the operands have does nothing.
 *
 * {@snippet lang=qir :
 * %y = builtin.unrealized_conversion_cast %x : i32 to i32
 * // becomes
 * %x
 * }
 */
public record RemoveConversionCastToSame() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(UnrealizedConversionCastOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    if (!root.operandTypes().equals(root.resultTypes())) {
      return PatternResult.noMatch("the types of operands and results differ");
    }
    rewriter.replace(root, root.operands());
    return PatternResult.REWRITTEN;
  }
}
