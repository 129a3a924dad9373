package org.qopt.target.cpu.canonicalize;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;
import org.qopt.target.cpu.dialect.DequantizeOp;
import org.qopt.target.cpu.dialect.QuantizeOp;

/**
 * What is dequantized to be quantized again with the same parameters stays as it was: every byte
 * comes back.
 *
 * <pre>
 * %a = cpu.dequantize %x  |
 * %y = cpu.quantize %a    |  %x, of the same type
 * </pre>
 */
record RemoveCastPair() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(QuantizeOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Optional<Operation> cast = root.operand(0).definingOp().filter(op -> op.is(DequantizeOp.DEF));
    if (cast.isEmpty()) {
      return PatternResult.noMatch("the operand is not dequantized");
    }
    if (!cast.get().operand(0).type().equals(root.result().type())) {
      return PatternResult.noMatch("the parameters change");
    }
    rewriter.replace(root, cast.get().operand(0));
    return PatternResult.REWRITTEN;
  }
}
