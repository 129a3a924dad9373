package org.qopt.passes.canonicalize.call;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.func.CallIndirectOp;
import org.qopt.dialect.func.CallOp;
import org.qopt.dialect.func.ConstantOp;
import org.qopt.ir.Operation;
import org.qopt.ir.OperationState;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A function that is called as a value, but is known, is called by its name.
 *
 * {@snippet lang=qir :
 * %f = constant @g : (tensor<4xf32>) -> tensor<4xf32>
 * %y = call_indirect %f(%x) : (tensor<4xf32>) -> tensor<4xf32>
 * // becomes
 * %y = call @g(%x) : (tensor<4xf32>) -> tensor<4xf32>
 * }
 */
public record CallKnownFunction() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(CallIndirectOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Optional<Operation> callee = root.operand(0).definingOp().filter(op -> op.is(ConstantOp.DEF));
    if (callee.isEmpty()) {
      return PatternResult.noMatch("which function it is becomes known when the program runs");
    }
    OperationState call =
        OperationState.of(CallOp.DEF, root.location())
            .addOperands(root.operands().subList(1, root.operandCount()))
            .addResults(root.resultTypes())
            .setAll(root.attributes())
            .set("callee", callee.get().attribute("value").orElseThrow());
    rewriter.replace(root, rewriter.builder().create(call).results());
    return PatternResult.REWRITTEN;
  }
}
