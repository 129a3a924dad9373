package org.qopt.target.cpu.legalize;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.quant.DequantizeCastOp;
import org.qopt.dialect.quant.QuantizeCastOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.interpret.Constants;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.TensorType;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;
import org.qopt.target.cpu.dialect.DequantizeOp;
import org.qopt.target.cpu.dialect.QuantizeOp;
import org.qopt.target.dialect.Int8Types;

/**
 * The casts that are left at the shores of float islands. What is dequantized of constants becomes
 * a float constant.
 *
 * <pre>
 * %a = quant.dcast %x        |  %a = cpu.dequantize %x
 * %q = quant.qcast %a        |  %x, if the types are equal, else %q = cpu.quantize %a
 * </pre>
 */
record LegalizeCasts() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(QuantizeCastOp.DEF, DequantizeCastOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    boolean quantizes = root.is(QuantizeCastOp.DEF);
    if (quantizes) {
      Optional<Value> stored = stored(root);
      if (stored.isPresent()) {
        rewriter.replace(root, stored.get());
        return PatternResult.REWRITTEN;
      }
    } else {
      Optional<Tensor> constant = Constants.evaluate(root.result());
      if (constant.isPresent()) {
        rewriter.replace(
            root,
            ConstantOp.create(rewriter.builder(), root.location(), constant.get()).operation());
        return PatternResult.REWRITTEN;
      }
    }
    Value quantized = quantizes ? root.result() : root.operand(0);
    if (!Int8Types.TENSOR.accepts().test(quantized.type())) {
      return PatternResult.noMatch(
          "expected a %s, but got %s".formatted(Int8Types.TENSOR.description(), quantized.type()));
    }
    rewriter.replace(
        root,
        CpuOps.of(quantizes ? QuantizeOp.DEF : DequantizeOp.DEF)
            .build(
                rewriter.builder(),
                root.location(),
                (TensorType) root.result().type(),
                List.of(root.operand(0))));
    return PatternResult.REWRITTEN;
  }

  /** {@return what was dequantized to be quantized again to the same type} */
  private static Optional<Value> stored(Operation root) {
    return root.operand(0)
        .definingOp()
        .filter(op -> op.is(DequantizeCastOp.DEF) || op.is(DequantizeOp.DEF))
        .map(op -> op.operand(0))
        .filter(value -> value.type().equals(root.result().type()));
  }
}
