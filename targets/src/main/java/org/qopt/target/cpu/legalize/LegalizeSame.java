package org.qopt.target.cpu.legalize;

import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
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
    op.requireOneScale();
    return like.legalize(op, builder);
  }
}
