package org.qopt.target.cpu.legalize;

import org.qopt.dialect.nn.PadOp;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.IntegerType;
import org.qopt.target.cpu.numerics.Affine;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

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
    byte value =
        new Affine(type.scale32(), Math.toIntExact(type.zeroPoint()))
            .stored(new PadOp(op.operation()).value());
    return CpuOps.of(org.qopt.target.cpu.dialect.PadOp.DEF)
        .set("padding", op.attribute("padding", Attribute.class))
        .set(org.qopt.target.cpu.dialect.PadOp.VALUE, IntegerAttr.of(value, IntegerType.I8))
        .build(builder, op);
  }
}
