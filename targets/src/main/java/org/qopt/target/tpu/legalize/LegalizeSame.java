package org.qopt.target.tpu.legalize;

import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;
import org.qopt.target.tpu.dialect.TpuAttributes;

/**
 * Operations that move or compare bytes: all operands and the result have one scale and zero point.
 *
 * @param root the float operation
 * @param target the integer operation, with the same attributes
 */
record LegalizeSame(OpDef root, OpDef target) implements OpLegalization {
  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    op.requireOneScale();
    TpuOps built = TpuOps.of(target).like(op.operation());
    if (target.declares(TpuAttributes.CLAMP)) {
      built.activation(Activation.of(op.operation()).word(), op.resultType());
    }
    return built.build(builder, op);
  }
}
