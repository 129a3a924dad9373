package org.qopt.passes.canonicalize.cast;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.builtin.UnrealizedConversionCastOp;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A cast of all results of another cast, back to the types from which that came, gives what that
 * took.
 *
 * {@snippet lang=qir :
 * %0 = builtin.unrealized_conversion_cast %x : i32 to i64
 * %y = builtin.unrealized_conversion_cast %0 : i64 to i32
 * // becomes
 * %x
 * }
 */
public record RemoveConversionCastBack() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(UnrealizedConversionCastOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Optional<Operation> first =
        root.operands().stream()
            .findFirst()
            .flatMap(operand -> operand.definingOp())
            .filter(op -> op.is(UnrealizedConversionCastOp.DEF));
    if (first.isEmpty()) {
      return PatternResult.noMatch("the first operand comes from no such cast");
    }
    if (!first.get().results().equals(root.operands())) {
      return PatternResult.noMatch("it does not take just the results of one cast");
    }
    if (!first.get().operandTypes().equals(root.resultTypes())) {
      return PatternResult.noMatch("it does not cast back");
    }
    rewriter.replace(root, first.get().operands());
    return PatternResult.REWRITTEN;
  }
}
