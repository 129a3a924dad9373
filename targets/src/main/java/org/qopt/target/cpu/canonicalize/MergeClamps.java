package org.qopt.target.cpu.canonicalize;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;
import org.qopt.target.cpu.dialect.ClampOp;

/**
 * Two cuts in a row are one, and one that cuts nothing is none.
 *
 * <pre>
 * %a = cpu.clamp %x {bounds = array&lt;i8: -3, 127&gt;}  |
 * %y = cpu.clamp %a {bounds = array&lt;i8: -128, 9&gt;}  |  %y = cpu.clamp %x {bounds = array&lt;i8: -3, 9&gt;}
 * </pre>
 */
record MergeClamps() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(ClampOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    int[] outer = bounds(root);
    if (outer[0] == Byte.MIN_VALUE && outer[1] == Byte.MAX_VALUE) {
      rewriter.replace(root, root.operand(0));
      return PatternResult.REWRITTEN;
    }
    Optional<Operation> first = root.operand(0).definingOp().filter(op -> op.is(ClampOp.DEF));
    if (first.isEmpty()) {
      return PatternResult.noMatch("the operand is not cut");
    }
    // The ends of the first interval are cut as every other byte is.
    int[] inner = bounds(first.get());
    int least = Math.clamp(inner[0], outer[0], outer[1]);
    int largest = Math.clamp(inner[1], outer[0], outer[1]);
    rewriter.modify(
        root,
        () -> {
          root.setOperand(0, first.get().operand(0));
          root.setAttribute(ClampOp.BOUNDS, DenseIntArrayAttr.i8(least, largest));
        });
    return PatternResult.REWRITTEN;
  }

  private static int[] bounds(Operation operation) {
    return operation.required(ClampOp.BOUNDS, DenseIntArrayAttr.class).toInts();
  }
}
