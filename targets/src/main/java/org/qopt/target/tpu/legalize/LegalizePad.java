package org.qopt.target.tpu.legalize;

import org.qopt.dialect.nn.PadOp;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;
import org.qopt.target.tpu.dialect.TpuAttributes;

/** {@code nn.pad}: the padding is the byte that stands for its real value. */
record LegalizePad() implements OpLegalization {
  @Override
  public OpDef root() {
    return PadOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    op.requireOneScale();
    UniformQuantizedType type = QuantizedOp.uniform(op.resultType());
    float real = new PadOp(op.operation()).value();
    // A single number is an interval, too, and rounded as one.
    int value =
        TpuAttributes.full(op.resultType())
            .within(real, real, type.scale32(), Math.toIntExact(type.zeroPoint()))
            .min();
    return TpuOps.of(org.qopt.target.tpu.dialect.PadOp.DEF)
        .set("padding", op.attribute("padding", Attribute.class))
        .set(
            org.qopt.target.tpu.dialect.PadOp.VALUE,
            IntegerAttr.of(value, type.storage().integerType()))
        .build(builder, op);
  }
}
