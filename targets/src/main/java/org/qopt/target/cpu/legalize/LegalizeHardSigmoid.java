package org.qopt.target.cpu.legalize;

import java.util.List;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.nn.HardSigmoidOp;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.target.cpu.dialect.AddOp;
import org.qopt.target.legalize.NoFormException;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/**
 * {@code nn.hard_sigmoid}, {@code max(0, min(1, alpha * x + beta))}: the bytes of x with alpha
 * times its scale, plus a constant. That int8 saturates does the rest, since the result's range is
 * 0 to 1.
 */
record LegalizeHardSigmoid() implements OpLegalization {
  /** What results from 0 to 1 are stored as. */
  static final UniformQuantizedType UNIT = UniformQuantizedType.of(StorageType.I8, 1 / 255f, -128);

  /**
   * What the constant is larger by. At x = 0 half of 255 steps is as near to one integer as to the
   * other, and zeros are frequent: runtimes that lose other bits would round them otherwise.
   */
  private static final float NUDGE = 1 + 0x1p-12f;

  @Override
  public OpDef root() {
    return HardSigmoidOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    if (!QuantizedOp.uniform(op.resultType()).equals(UNIT)) {
      throw new NoFormException(
          "the result must have elements of %s, but got %s"
              .formatted(UNIT, op.resultType().elementType()));
    }
    HardSigmoidOp sigmoid = new HardSigmoidOp(op.operation());
    return build(
        builder, op.operation().location(), op.operand(0), sigmoid.alpha(), sigmoid.beta());
  }

  /** {@return {@code max(0, min(1, alpha * x + beta))}} */
  static Value build(OpBuilder builder, Location location, Value x, float alpha, float beta) {
    Value product = Relabeling.scaled(builder, location, x, alpha);
    Value constant = constant(builder, location, beta);
    return CpuOps.of(AddOp.DEF)
        .build(
            builder,
            location,
            ((TensorType) x.type()).withElementType(UNIT),
            List.of(product, constant));
  }

  private static Value constant(OpBuilder builder, Location location, float value) {
    float scale = value == 0 ? 1 : Math.max(Math.abs(value) / 127 * NUDGE, Float.MIN_NORMAL);
    UniformQuantizedType type = UniformQuantizedType.of(StorageType.I8, scale, 0);
    Shape one = Shape.of(1);
    return ConstantOp.create(
            builder,
            location,
            DenseElementsAttr.of(Tensor.of(one, (byte) type.quantize(value))),
            TensorType.of(one, type))
        .operation()
        .result();
  }
}
