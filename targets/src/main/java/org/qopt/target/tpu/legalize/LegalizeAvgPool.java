package org.qopt.target.tpu.legalize;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.AvgPool2dOp;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.target.legalize.CountedPadding;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;
import org.qopt.target.tpu.dialect.PadOp;

/** {@code nn.avg_pool2d}: padding that counts is a {@code tpu.pad} before. */
record LegalizeAvgPool() implements OpLegalization {
  @Override
  public OpDef root() {
    return AvgPool2dOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    op.requireOneScale();
    TpuOps pool =
        TpuOps.of(org.qopt.target.tpu.dialect.AvgPool2dOp.DEF)
            .like(op.operation())
            .activation(Activation.of(op.operation()).word(), op.resultType());
    Optional<CountedPadding> counted = CountedPadding.of(op);
    if (counted.isEmpty()) {
      return pool.build(builder, op);
    }
    Value image = padded(op, counted.get(), builder);
    return pool.set(Padding.NAME, Padding.NONE.attribute())
        .build(builder, op.operation().location(), op.resultType(), List.of(image));
  }

  private static Value padded(QuantizedOp op, CountedPadding counted, OpBuilder builder) {
    UniformQuantizedType type = QuantizedOp.uniform(op.resultType());
    return TpuOps.of(PadOp.DEF)
        .set("padding", counted.padding())
        .set(PadOp.VALUE, IntegerAttr.of(type.zeroPoint(), type.storage().integerType()))
        .build(builder, counted.location(), counted.type(), op.operands());
  }
}
