package org.qopt.target.cpu.legalize;

import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/**
 * Operations that have the same operands and attributes in both dialects. An activation that the
 * result's range does not cut by itself becomes an operation of its own.
 *
 * @param root the float operation
 * @param target the int8 operation
 */
record LegalizeLike(OpDef root, OpDef target) implements OpLegalization {
  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    Value result = CpuOps.of(target).like(op.operation()).build(builder, op);
    return root.declares(Activation.NAME)
        ? CpuOps.cut(builder, result, Activation.of(op.operation()))
        : result;
  }
}
