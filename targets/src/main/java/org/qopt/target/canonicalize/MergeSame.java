package org.qopt.target.canonicalize;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * Of two operations in a row that only give their operand another type the second is enough, and
 * one that gives it the type that it has is none.
 *
 * <pre>
 * %a = cpu.reshape %x {...}  |
 * %y = cpu.reshape %a {...}  |  %y = cpu.reshape %x {...}
 * </pre>
 *
 * @param operation the operation in the target's dialect
 */
public record MergeSame(OpDef operation) implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(operation);
  }

  @Override
  public String name() {
    return "MergeSame(" + operation + ")";
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    if (root.operand(0).type().equals(root.result().type())) {
      rewriter.replace(root, root.operand(0));
      return PatternResult.REWRITTEN;
    }
    Optional<Operation> inner = root.operand(0).definingOp().filter(op -> op.is(operation));
    if (inner.isEmpty()) {
      return PatternResult.noMatch("the operand comes from another operation");
    }
    rewriter.modify(root, () -> root.setOperand(0, inner.get().operand(0)));
    return PatternResult.REWRITTEN;
  }
}
