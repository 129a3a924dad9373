package org.qopt.target.dsp.legalize;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.bfp.DequantizeCastOp;
import org.qopt.dialect.bfp.QuantizeCastOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.TensorType;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;
import org.qopt.target.dsp.dialect.RequantizeOp;

/**
 * A change of type between two operations.
 *
 * <pre>
 * %a = bfp.dcast %x        |  %q = dsp.requantize %x {...}
 * %q = bfp.qcast %a        |  (or %x itself, if its type is that of %q)
 * </pre>
 */
record RequantizeCasts() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(QuantizeCastOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Optional<Operation> cast =
        root.operand(0).definingOp().filter(op -> op.is(DequantizeCastOp.DEF));
    if (cast.isEmpty()) {
      return PatternResult.noMatch("the operand must come from 'bfp.dcast'");
    }
    Value stored = cast.get().operand(0);
    rewriter.replace(
        root,
        stored.type().equals(root.result().type())
            ? stored
            : DspOps.of(RequantizeOp.DEF)
                .deriving(RequantizeOp.DERIVATION)
                .build(
                    rewriter.builder(),
                    root.location(),
                    (TensorType) root.result().type(),
                    List.of(stored)));
    return PatternResult.REWRITTEN;
  }
}
