package org.qopt.target.dsp.legalize;

import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.target.dsp.dialect.MulOp;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/** Products of two tensors. */
record LegalizeMul() implements OpLegalization {
  @Override
  public OpDef root() {
    return org.qopt.dialect.nn.MulOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    DspOps.value(op.operandType(1));
    Activation activation = Activation.of(op.operation());
    return DspOps.of(MulOp.DEF)
        .clamp(activation.min(), activation.max(), op.resultType())
        .deriving(MulOp.DERIVATION)
        .build(builder, op);
  }
}
