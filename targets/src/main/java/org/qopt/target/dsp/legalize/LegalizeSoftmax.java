package org.qopt.target.dsp.legalize;

import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.target.dsp.dialect.DspAttributes;
import org.qopt.target.dsp.dialect.ExactFloat;
import org.qopt.target.dsp.dialect.SoftmaxOp;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/** {@code nn.softmax} over the last axis: 'beta' goes into the multiplier. */
record LegalizeSoftmax() implements OpLegalization {
  @Override
  public OpDef root() {
    return org.qopt.dialect.nn.SoftmaxOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    float beta = new org.qopt.dialect.nn.SoftmaxOp(op.operation()).beta();
    DspOps softmax = DspOps.of(SoftmaxOp.DEF).set(SoftmaxOp.BETA, ExactFloat.of(beta));
    SoftmaxOp.multiplier(beta).forEach(softmax::set);
    return softmax
        .set(
            DspAttributes.GUARD,
            DspOps.value(op.operandType(0)).isDynamic() ? SoftmaxOp.LARGEST_GUARD : 0)
        .deriving(SoftmaxOp.DERIVATION)
        .build(builder, op);
  }
}
