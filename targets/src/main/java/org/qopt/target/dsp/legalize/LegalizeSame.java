package org.qopt.target.dsp.legalize;

import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/**
 * Operations that move numbers: all operands and the result have one type.
 *
 * @param root the float operation
 * @param target the operation of {@code dsp}, with the same attributes
 */
record LegalizeSame(OpDef root, OpDef target) implements OpLegalization {
  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    op.requireOneType("type");
    return DspOps.of(target).like(op.operation()).build(builder, op);
  }
}
