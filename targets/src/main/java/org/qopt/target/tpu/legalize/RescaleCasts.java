package org.qopt.target.tpu.legalize;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.quant.DequantizeCastOp;
import org.qopt.dialect.quant.QuantizeCastOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.TensorType;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;
import org.qopt.target.legalize.NoFormException;
import org.qopt.target.tpu.dialect.RescaleOp;

/**
 * A change of scale and zero point between two operations.
 *
 * <pre>
 * %a = quant.dcast %x        |  %q = tpu.rescale %x {...}
 * %q = quant.qcast %a        |  (or %x itself, if its type is that of %q)
 * </pre>
 */
record RescaleCasts() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(QuantizeCastOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Optional<Operation> cast =
        root.operand(0).definingOp().filter(op -> op.is(DequantizeCastOp.DEF));
    if (cast.isEmpty()) {
      return PatternResult.noMatch("the operand must come from 'quant.dcast'");
    }
    Value stored = cast.get().operand(0);
    if (stored.type().equals(root.result().type())) {
      rewriter.replace(root, stored);
      return PatternResult.REWRITTEN;
    }
    try {
      rewriter.replace(
          root,
          TpuOps.of(RescaleOp.DEF)
              .deriving(RescaleOp.DERIVATION)
              .build(
                  rewriter.builder(),
                  root.location(),
                  (TensorType) root.result().type(),
                  List.of(stored)));
      return PatternResult.REWRITTEN;
    } catch (NoFormException e) {
      return PatternResult.noMatch(e.getMessage());
    }
  }
}
