package org.qopt.target.tpu.legalize;

import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;
import org.qopt.target.tpu.dialect.AccumulatorScalings;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.numerics.Rounding;

/**
 * Convolutions and fully connected layers: the multiplier of each output channel follows from the
 * scales of input, filter and result.
 *
 * @param root the float operation
 * @param target the integer operation
 * @param rounding how its accumulators are rounded
 */
record LegalizeFilter(OpDef root, OpDef target, Rounding rounding) implements OpLegalization {
  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    return TpuOps.of(target)
        .like(op.operation())
        .set(TpuAttributes.ROUNDING, new StringAttr(rounding.text()))
        .activation(Activation.of(op.operation()).word(), op.resultType())
        .deriving(AccumulatorScalings.DERIVATION)
        .build(builder, op);
  }
}
