package org.qopt.target.tpu.legalize;

import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.target.legalize.NoFormException;
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
    requireOneType(op);
    TpuOps built = TpuOps.of(target).like(op.operation());
    if (target.declares(TpuAttributes.CLAMP)) {
      built.activation(Activation.of(op.operation()).word(), op.resultType());
    }
    return built.build(builder, op);
  }

  /** Refuses operands whose parameters are not the result's. */
  static void requireOneType(QuantizedOp op) {
    for (int i = 0; i < op.operands().size(); i++) {
      if (!op.operandType(i).elementType().equals(op.resultType().elementType())) {
        throw new NoFormException(
            "operands and result must have one scale and zero point, but got %s and %s"
                .formatted(op.operandType(i).elementType(), op.resultType().elementType()));
      }
    }
  }
}
