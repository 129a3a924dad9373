package org.qopt.target.tpu.legalize;

import java.util.List;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.nn.HardSigmoidOp;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.NameLocation;
import org.qopt.ir.location.ValueNames;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.target.legalize.NoFormException;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;
import org.qopt.target.tpu.dialect.AddOp;
import org.qopt.target.tpu.dialect.MulOp;
import org.qopt.target.tpu.dialect.ScaledSums;

/**
 * {@code nn.hard_sigmoid}, {@code max(0, min(1, alpha * x + beta))}, for which there is no kernel:
 * a product and a sum.
 *
 * <p>The product by the constant alpha, stored as 1 with scale alpha, has the scale {@code alpha *
 * scale(x)} and the zero point of x: its multiplier is 1, so that it loses nothing. The sum with
 * the constant beta, stored as 127 or -127, is the only one to round; that int8 saturates does the
 * rest, since the result's range is 0 to 1.
 */
record LegalizeHardSigmoid() implements OpLegalization {
  @Override
  public OpDef root() {
    return HardSigmoidOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    HardSigmoidOp sigmoid = new HardSigmoidOp(op.operation());
    UniformQuantizedType result = QuantizedOp.uniform(op.resultType());
    // The bytes are cut to 0 and 1 by saturation alone.
    if (result.realMin() != 0 || Math.abs(result.realMax() - 1) > result.scale()) {
      throw new NoFormException("the result must be stored from 0 to 1, but got " + result);
    }
    UniformQuantizedType x = QuantizedOp.uniform(op.operandType(0));
    float scale = x.scale32() * sigmoid.alpha();
    if (!(scale >= Float.MIN_NORMAL && scale <= Float.MAX_VALUE)) {
      throw new NoFormException("alpha times the scale of the input is no f32");
    }
    TensorType productType =
        op.operandType(0)
            .withElementType(UniformQuantizedType.of(StorageType.I8, scale, x.zeroPoint()));
    Location location = op.operation().location();
    // Beside a vector of one element a scalar would become one.
    Shape one = productType.rank() == 0 ? Shape.of() : Shape.of(1);
    Value alpha = constant(builder, part(location, "alpha"), one, 1, sigmoid.alpha());
    Value product =
        TpuOps.of(MulOp.DEF)
            .deriving(MulOp.DERIVATION)
            .build(builder, part(location, "product"), productType, List.of(op.operand(0), alpha));
    Value beta = beta(builder, part(location, "beta"), one, sigmoid.beta(), scale);
    return TpuOps.of(AddOp.DEF)
        .deriving(ScaledSums.DERIVATION)
        .build(builder, location, op.resultType(), List.of(product, beta));
  }

  /** The name of the value belongs to the sum; what leads to it is named after it. */
  private static Location part(Location location, String name) {
    return ValueNames.of(location)
        .<Location>map(value -> NameLocation.of(value + "/" + name))
        .orElse(location);
  }

  private static Value beta(
      OpBuilder builder, Location location, Shape shape, float beta, float scale) {
    float fine = Math.abs(beta) / 127;
    // A beta of 0 needs no scale of its own.
    return fine < Float.MIN_NORMAL
        ? constant(builder, location, shape, 0, scale)
        : constant(builder, location, shape, beta > 0 ? 127 : -127, fine);
  }

  private static Value constant(
      OpBuilder builder, Location location, Shape shape, int stored, float scale) {
    Tensor value = Tensor.of(shape, (byte) stored);
    return ConstantOp.create(
            builder,
            location,
            DenseElementsAttr.of(value),
            TensorType.of(shape, UniformQuantizedType.of(StorageType.I8, scale, 0)))
        .operation()
        .result();
  }
}
