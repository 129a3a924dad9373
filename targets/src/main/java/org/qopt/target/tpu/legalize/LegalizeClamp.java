package org.qopt.target.tpu.legalize;

import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;
import org.qopt.target.tpu.dialect.ClampOp;
import org.qopt.target.tpu.dialect.TpuAttributes;

/**
 * {@code nn.relu} and its kin.
 *
 * @param root the float operation
 * @param activation what it cuts to; the bounds of {@code nn.clamp} if that is {@link
 *     TpuAttributes#BOUNDED}
 */
record LegalizeClamp(OpDef root, String activation) implements OpLegalization {
  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    TpuOps clamp = TpuOps.of(ClampOp.DEF);
    if (activation.equals(TpuAttributes.BOUNDED)) {
      var bounds = new org.qopt.dialect.nn.ClampOp(op.operation());
      clamp.bounded(bounds.min(), bounds.max(), op.resultType());
    } else {
      clamp.activation(activation, op.resultType());
    }
    return clamp.deriving(ClampOp.DERIVATION).build(builder, op);
  }
}
