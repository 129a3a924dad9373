package org.qopt.target.dsp.legalize;

import com.google.common.math.LongMath;
import org.qopt.dialect.nn.shape.Axes;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.Shape;
import org.qopt.target.dsp.dialect.DspTypes;
import org.qopt.target.dsp.dialect.MeanOp;
import org.qopt.target.dsp.dialect.Pools;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/**
 * Means along axes.
 *
 * @param accumulator the width of accumulators
 */
record LegalizeMean(int accumulator) implements OpLegalization {
  private static final int GUARD = 15;

  @Override
  public OpDef root() {
    return org.qopt.dialect.nn.MeanOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    DspOps.value(op.operandType(0));
    Shape shape = op.operandType(0).shape();
    int[] axes = op.attribute("axes", DenseIntArrayAttr.class).toInts();
    long count = MeanOp.count(shape, Axes.set(axes, shape.rank()));
    return DspOps.of(MeanOp.DEF)
        .like(op.operation())
        .accumulating(
            accumulator,
            LongMath.saturatedMultiply(count, DspTypes.magnitude(op.operandType(0))),
            GUARD)
        .deriving(Pools.DERIVATION)
        .build(builder, op);
  }
}
