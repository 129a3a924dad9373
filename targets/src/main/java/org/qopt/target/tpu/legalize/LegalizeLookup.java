package org.qopt.target.tpu.legalize;

import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.target.dialect.Scales;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;
import org.qopt.target.tpu.dialect.LookupOp;
import org.qopt.target.tpu.dialect.WideFunctionOp;

/**
 * Functions of one variable that become a table of all 256 results, or of points between which
 * lines are drawn.
 *
 * @param root the float operation
 * @param function the name of what it computes, among {@link LookupOp#FUNCTIONS}
 */
record LegalizeLookup(OpDef root, String function) implements OpLegalization {
  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    boolean bytes = Scales.bits(op.operandType(0)) == Byte.SIZE;
    return TpuOps.of(bytes ? LookupOp.DEF : WideFunctionOp.DEF)
        .set(LookupOp.FUNCTION, new StringAttr(function))
        .deriving(bytes ? LookupOp.DERIVATION : WideFunctionOp.DERIVATION)
        .build(builder, op);
  }
}
