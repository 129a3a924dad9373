package org.qopt.target.tpu.legalize;

import org.qopt.dialect.nn.SoftmaxOp;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.target.legalize.NoFormException;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/** {@code nn.softmax} over the last axis: 'beta' goes into the multiplier. */
record LegalizeSoftmax() implements OpLegalization {
  @Override
  public OpDef root() {
    return SoftmaxOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    UniformQuantizedType expected = org.qopt.target.tpu.dialect.SoftmaxOp.RESULT;
    if (!QuantizedOp.uniform(op.resultType()).equals(expected)) {
      throw new NoFormException(
          "the result must have elements of %s, but got %s"
              .formatted(expected, op.resultType().elementType()));
    }
    float beta = new SoftmaxOp(op.operation()).beta();
    return TpuOps.of(org.qopt.target.tpu.dialect.SoftmaxOp.DEF)
        .setAll(org.qopt.target.tpu.dialect.SoftmaxOp.factor(beta))
        .deriving(org.qopt.target.tpu.dialect.SoftmaxOp.DERIVATION)
        .build(builder, op);
  }
}
