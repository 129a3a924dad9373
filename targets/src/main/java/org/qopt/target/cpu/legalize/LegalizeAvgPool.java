package org.qopt.target.cpu.legalize;

import java.util.List;
import org.qopt.dialect.nn.AvgPool2dOp;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.Shape;
import org.qopt.target.cpu.dialect.GlobalAvgPool2dOp;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/** {@code nn.avg_pool2d}; a window of the image's size is the mean of the image. */
record LegalizeAvgPool() implements OpLegalization {
  @Override
  public OpDef root() {
    return AvgPool2dOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    AvgPool2dOp pool = new AvgPool2dOp(op.operation());
    if (!coversImage(pool, op.operandType(0).shape())) {
      return new LegalizeLike(AvgPool2dOp.DEF, org.qopt.target.cpu.dialect.AvgPool2dOp.DEF)
          .legalize(op, builder);
    }
    Value mean =
        CpuOps.of(GlobalAvgPool2dOp.DEF)
            .build(builder, op.operation().location(), op.resultType(), List.of(op.operand(0)));
    return CpuOps.cut(builder, mean, pool.activation());
  }

  private static boolean coversImage(AvgPool2dOp pool, Shape image) {
    Spatial kernel = pool.kernel();
    return pool.padding().equals(Padding.NONE)
        && kernel.height() == image.dim(1)
        && kernel.width() == image.dim(2);
  }
}
