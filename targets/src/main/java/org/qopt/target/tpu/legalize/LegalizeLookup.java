package org.qopt.target.tpu.legalize;

import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;
import org.qopt.target.tpu.dialect.LookupOp;

/**
 * Functions of one variable that become a table of all 256 results.
 *
 * @param root the float operation
 * @param function the name of what it computes, among {@link LookupOp#FUNCTIONS}
 */
record LegalizeLookup(OpDef root, String function) implements OpLegalization {
  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    return TpuOps.of(LookupOp.DEF)
        .set(LookupOp.FUNCTION, new StringAttr(function))
        .deriving(LookupOp.DERIVATION)
        .build(builder, op);
  }
}
