package org.qopt.target.tpu.legalize;

import org.qopt.dialect.nn.SoftmaxOp;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.target.dialect.Scales;
import org.qopt.target.legalize.NoFormException;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;
import org.qopt.target.tpu.dialect.WideSoftmaxOp;

/** {@code nn.softmax} over the last axis: 'beta' goes into the multiplier. */
record LegalizeSoftmax() implements OpLegalization {
  @Override
  public OpDef root() {
    return SoftmaxOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    boolean bytes = Scales.bits(op.operandType(0)) == Byte.SIZE;
    UniformQuantizedType expected =
        bytes ? org.qopt.target.tpu.dialect.SoftmaxOp.RESULT : WideSoftmaxOp.RESULT;
    if (!QuantizedOp.uniform(op.resultType()).equals(expected)) {
      throw new NoFormException(
          "the result must have elements of %s, but got %s"
              .formatted(expected, op.resultType().elementType()));
    }
    float beta = new SoftmaxOp(op.operation()).beta();
    return TpuOps.of(bytes ? org.qopt.target.tpu.dialect.SoftmaxOp.DEF : WideSoftmaxOp.DEF)
        .setAll(org.qopt.target.tpu.dialect.SoftmaxOp.factor(beta))
        .deriving(
            bytes ? org.qopt.target.tpu.dialect.SoftmaxOp.DERIVATION : WideSoftmaxOp.DERIVATION)
        .build(builder, op);
  }
}
