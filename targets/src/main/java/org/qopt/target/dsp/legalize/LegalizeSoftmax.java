package org.qopt.target.dsp.legalize;

import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.target.dsp.dialect.DspAttributes;
import org.qopt.target.dsp.dialect.SoftmaxOp;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/** {@code nn.softmax} over the last axis: 'beta' goes into the multiplier. */
record LegalizeSoftmax() implements OpLegalization {
  private static final int MANTISSA = 31;

  @Override
  public OpDef root() {
    return org.qopt.dialect.nn.SoftmaxOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    double factor = new org.qopt.dialect.nn.SoftmaxOp(op.operation()).beta() / Math.log(2);
    int exponent = Math.getExponent(factor) + 1 - MANTISSA;
    long mantissa = Math.min(Math.round(Math.scalb(factor, -exponent)), Integer.MAX_VALUE);
    return DspOps.of(SoftmaxOp.DEF)
        .set(SoftmaxOp.MULTIPLIER, (int) mantissa)
        .set(SoftmaxOp.MULTIPLIER_EXPONENT, exponent)
        .set(
            DspAttributes.GUARD,
            DspOps.value(op.operandType(0)).isDynamic() ? SoftmaxOp.LARGEST_GUARD : 0)
        .deriving(SoftmaxOp.DERIVATION)
        .build(builder, op);
  }
}
