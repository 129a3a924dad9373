package org.qopt.target.dsp.legalize;

import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Exponents;
import org.qopt.dialect.bfp.Packing;
import org.qopt.dialect.bfp.Sharing.PerTensor;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.target.dsp.dialect.PadOp;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/** {@code nn.pad}: the padding is the number nearest to its real value. */
record LegalizePad() implements OpLegalization {
  @Override
  public OpDef root() {
    return org.qopt.dialect.nn.PadOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    op.requireOneType("type");
    BlockType type = number(DspOps.value(op.resultType()));
    Tensor value =
        new Packing(type, Shape.of())
            .pack(new float[] {new org.qopt.dialect.nn.PadOp(op.operation()).value()});
    int mantissa = (int) value.integer(0);
    int exponent = value.exponents().map(e -> (int) e.integer(0)).orElseGet(type::exponent);
    return DspOps.of(PadOp.DEF)
        .set("padding", op.attribute("padding", Attribute.class))
        .set(PadOp.VALUE, mantissa)
        .set(PadOp.VALUE_EXPONENT, type.isDynamic() && mantissa == 0 ? 0 : exponent)
        .build(builder, op);
  }

  /** Alone, a number of blocks is a block of one. */
  private static BlockType number(BlockType type) {
    return type.isDynamic() ? type.sharedBy(new PerTensor()).with(Exponents.DYNAMIC) : type;
  }
}
