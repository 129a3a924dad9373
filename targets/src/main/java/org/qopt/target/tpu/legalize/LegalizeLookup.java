package org.qopt.target.tpu.legalize;

import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;
import org.qopt.target.tpu.dialect.LookupOp;
import org.qopt.target.tpu.numerics.FloatFunction;
import org.qopt.target.tpu.numerics.LookupTable;

/**
 * Functions of one variable that become a table of all 256 results.
 *
 * @param root the float operation
 * @param function what it computes, in float32
 */
record LegalizeLookup(OpDef root, FloatFunction function) implements OpLegalization {
  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    UniformQuantizedType from = QuantizedOp.uniform(op.operandType(0));
    UniformQuantizedType to = QuantizedOp.uniform(op.resultType());
    LookupTable table =
        LookupTable.of(
            function,
            from.scale32(),
            Math.toIntExact(from.zeroPoint()),
            to.scale32(),
            Math.toIntExact(to.zeroPoint()));
    return TpuOps.of(LookupOp.DEF)
        .set(LookupOp.TABLE, LookupOp.attribute(table))
        .build(builder, op);
  }
}
