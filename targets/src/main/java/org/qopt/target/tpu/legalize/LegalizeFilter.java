package org.qopt.target.tpu.legalize;

import java.util.ArrayList;
import java.util.List;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.target.dialect.Scales;
import org.qopt.target.legalize.NoFormException;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;
import org.qopt.target.tpu.dialect.AccumulatorScalings;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.numerics.Rounding;

/**
 * Convolutions and fully connected layers: the multiplier of each output channel follows from the
 * scales of input, filter and result.
 *
 * @param root the float operation
 * @param target the integer operation
 * @param rounding how its accumulators are rounded
 */
record LegalizeFilter(OpDef root, OpDef target, Rounding rounding) implements OpLegalization {
  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    boolean bytes = Scales.bits(op.operandType(0)) == Byte.SIZE;
    Rounding kind = bytes || rounding == Rounding.NEAREST ? rounding : Rounding.WIDE;
    TpuOps filter =
        TpuOps.of(target)
            .like(op.operation())
            .set(TpuAttributes.ROUNDING, new StringAttr(kind.text()))
            .activation(Activation.of(op.operation()).word(), op.resultType())
            .deriving(AccumulatorScalings.DERIVATION);
    return filter.build(
        builder,
        op.operation().location(),
        op.resultType(),
        bytes ? op.operands() : widened(op, builder));
  }

  /** The operands with a bias of 64 bits, in which sums of 16-bit inputs are kept. */
  private static List<Value> widened(QuantizedOp op, OpBuilder builder) {
    List<Value> operands = new ArrayList<>(op.operands());
    if (operands.size() > 2) {
      Value bias = operands.get(2);
      Tensor stored =
          ConstantElements.of(bias)
              .orElseThrow(() -> new NoFormException("the bias must be a constant"));
      operands.set(
          2,
          ConstantOp.create(builder, bias.location(), stored.cast(ElementKind.I64))
              .operation()
              .result());
    }
    return operands;
  }
}
