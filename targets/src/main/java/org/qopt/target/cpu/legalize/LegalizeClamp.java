package org.qopt.target.cpu.legalize;

import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
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
    op.requireOneScale();
    QuantizedOp.uniform(op.resultType());
    RealInterval interval = RealInterval.of(op.operation());
    return CpuOps.cut(builder, op.operand(0), interval.min(), interval.max());
  }
}
