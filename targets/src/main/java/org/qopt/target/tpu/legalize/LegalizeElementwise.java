package org.qopt.target.tpu.legalize;

import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;
import org.qopt.target.tpu.dialect.Derivation;

/**
 * Sums, differences and products of two tensors.
 *
 * @param root the float operation
 * @param target the integer operation
 * @param derivation its multipliers
 */
record LegalizeElementwise(OpDef root, OpDef target, Derivation derivation)
    implements OpLegalization {
  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    QuantizedOp.uniform(op.operandType(1));
    return TpuOps.of(target)
        .activation(Activation.of(op.operation()).word(), op.resultType())
        .deriving(derivation)
        .build(builder, op);
  }
}
