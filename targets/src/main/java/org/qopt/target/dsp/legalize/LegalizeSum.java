package org.qopt.target.dsp.legalize;

import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.target.dsp.dialect.Sums;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/**
 * Sums and differences of two tensors.
 *
 * @param root the float operation
 * @param target the operation of {@code dsp}
 * @param accumulator the width of accumulators
 */
record LegalizeSum(OpDef root, OpDef target, int accumulator) implements OpLegalization {
  /** How many bits below the coarser operand are kept. */
  static final int GUARD = 15;

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    Activation activation = Activation.of(op.operation());
    DspOps.value(op.operandType(0));
    DspOps.value(op.operandType(1));
    return DspOps.of(target)
        .accumulating(
            accumulator, Sums.bound(op.operands().stream().map(Value::type).toList()), GUARD)
        .clamp(activation.min(), activation.max(), op.resultType())
        .deriving(Sums.DERIVATION)
        .build(builder, op);
  }
}
