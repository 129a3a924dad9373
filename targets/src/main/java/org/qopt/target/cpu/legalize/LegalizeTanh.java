package org.qopt.target.cpu.legalize;

import java.util.List;
import org.qopt.dialect.nn.TanhOp;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.OpDef;
import org.qopt.target.cpu.dialect.SigmoidOp;
import org.qopt.target.legalize.NoFormException;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/**
 * {@code nn.tanh}, which is {@code 2 * sigmoid(2 * x) - 1}: the bytes of x with twice the scale,
 * and those of the result, stored with scale 1/256 and zero point -128, with scale 1/128 and zero
 * point 0.
 */
record LegalizeTanh() implements OpLegalization {
  private static final UniformQuantizedType SIGMOID =
      UniformQuantizedType.of(StorageType.I8, 1 / 256f, -128);

  private static final UniformQuantizedType TANH =
      UniformQuantizedType.of(StorageType.I8, 1 / 128f, 0);

  @Override
  public OpDef root() {
    return TanhOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    if (!QuantizedOp.uniform(op.resultType()).equals(TANH)) {
      throw new NoFormException(
          "the result must have elements of %s, but got %s"
              .formatted(TANH, op.resultType().elementType()));
    }
    Location location = op.operation().location();
    Value twice = Relabeling.scaled(builder, location, op.operand(0), 2);
    Value sigmoid =
        CpuOps.of(SigmoidOp.DEF)
            .build(builder, location, op.resultType().withElementType(SIGMOID), List.of(twice));
    return Relabeling.as(builder, location, sigmoid, TANH);
  }
}
