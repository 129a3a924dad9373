package org.qopt.target.dsp.legalize;

import java.util.List;
import org.qopt.dialect.nn.attr.Resampling;
import org.qopt.dialect.nn.shape.ResizeShapes;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.Shape;
import org.qopt.target.dsp.dialect.ResizeOp;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/** {@code nn.resize} to the nearest pixel: which one that is is known before the program runs. */
record LegalizeResize() implements OpLegalization {
  @Override
  public OpDef root() {
    return org.qopt.dialect.nn.ResizeOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    op.requireOneType("type");
    return DspOps.of(ResizeOp.DEF)
        .set(ResizeOp.ROWS, places(op, 1))
        .set(ResizeOp.COLUMNS, places(op, 2))
        .build(builder, op);
  }

  private static DenseIntArrayAttr places(QuantizedOp op, int axis) {
    Shape image = op.operandType(0).shape();
    ShapeInput input = new ShapeInput(List.of(image), op.operation().allAttributes());
    int[] none = {};
    return DenseIntArrayAttr.i32(
        op.resultType().shape().size(axis) == 0
            ? none
            : ResizeShapes.axis(input, op.resultType().shape(), axis)
                .nearest(Resampling.of(op.operation())));
  }
}
