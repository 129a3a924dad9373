package org.qopt.target.tpu.legalize;

import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;
import org.qopt.target.tpu.dialect.Derivation;

/**
 * Operations on one tensor whose integers follow from the types.
 *
 * @param root the float operation
 * @param target the integer operation
 * @param derivation its integers
 */
record LegalizeUnary(OpDef root, OpDef target, Derivation derivation) implements OpLegalization {
  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    return TpuOps.of(target).like(op.operation()).deriving(derivation).build(builder, op);
  }
}
