package org.qopt.target.cpu.legalize;

import java.util.List;
import org.qopt.dialect.nn.HardSwishOp;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.OpDef;
import org.qopt.target.cpu.dialect.MulOp;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/** {@code nn.hard_swish}: x times {@code max(0, min(1, x / 6 + 1 / 2))}. */
record LegalizeHardSwish() implements OpLegalization {
  @Override
  public OpDef root() {
    return HardSwishOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    QuantizedOp.uniform(op.resultType());
    Location location = op.operation().location();
    Value gate = LegalizeHardSigmoid.build(builder, location, op.operand(0), 1 / 6f, 0.5f);
    return CpuOps.of(MulOp.DEF)
        .build(builder, location, op.resultType(), List.of(op.operand(0), gate));
  }
}
