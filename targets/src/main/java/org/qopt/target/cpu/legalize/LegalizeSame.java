package org.qopt.target.cpu.legalize;

import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.target.legalize.NoFormException;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/**
 * Operations that move or compare bytes: all operands and the result have one scale and zero point.
 *
 * @param like the legalization of those that have
 */
record LegalizeSame(LegalizeLike like) implements OpLegalization {
  @Override
  public OpDef root() {
    return like.root();
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    requireOneType(op);
    return like.legalize(op, builder);
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
