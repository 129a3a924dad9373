package org.qopt.target.cpu.legalize;

import java.util.List;
import org.qopt.dialect.nn.MeanOp;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.target.cpu.dialect.GlobalAvgPool2dOp;
import org.qopt.target.cpu.dialect.ReshapeOp;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/** {@code nn.mean} over the pixels of images. */
record LegalizeMean() implements OpLegalization {
  @Override
  public OpDef root() {
    return MeanOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    UniformQuantizedType result = QuantizedOp.uniform(op.resultType());
    QuantizedOp.uniform(op.operandType(0));
    Shape image = op.operandType(0).shape();
    TensorType pooled = TensorType.of(Shape.of(image.dim(0), 1, 1, image.dim(3)), result);
    Value mean =
        CpuOps.of(GlobalAvgPool2dOp.DEF)
            .build(builder, op.operation().location(), pooled, List.of(op.operand(0)));
    if (op.resultType().equals(pooled)) {
      return mean;
    }
    return CpuOps.of(ReshapeOp.DEF)
        .set("shape", DenseIntArrayAttr.i64(op.resultType().shape().dims().toArray()))
        .build(builder, op.operation().location(), op.resultType(), List.of(mean));
  }
}
