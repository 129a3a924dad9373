package org.qopt.target.dsp.legalize;

import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.target.dsp.dialect.RequantizeOp;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;
import org.qopt.target.legalize.RealInterval;

/**
 * {@code nn.relu} and its kin.
 *
 * @param root the float operation
 */
record LegalizeClamp(OpDef root) implements OpLegalization {
  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    RealInterval interval = RealInterval.of(op.operation());
    return DspOps.of(RequantizeOp.DEF)
        .clamp(interval.min(), interval.max(), op.resultType())
        .deriving(RequantizeOp.DERIVATION)
        .build(builder, op);
  }
}
