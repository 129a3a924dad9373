package org.qopt.target.tpu.legalize;

import java.util.List;
import org.qopt.dialect.nn.HardSigmoidOp;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.ValueNames;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.TensorType;
import org.qopt.target.dialect.Scales;
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
 * the constant beta, stored as the largest integer or its negative, is the only one to round; that
 * integers saturate does the rest, since the result's range is 0 to 1, or ends at 1 and is cut at
 * 0.
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
    boolean bytes = Scales.bits(op.resultType()) == Byte.SIZE;
    // Results are cut to 1 by saturation alone, and bytes to 0 as well.
    if ((bytes && result.realMin() != 0) || Math.abs(result.realMax() - 1) > result.scale()) {
      throw new NoFormException("the result must be stored from 0 to 1, but got " + result);
    }
    UniformQuantizedType x = QuantizedOp.uniform(op.operandType(0));
    float scale = x.scale32() * sigmoid.alpha();
    if (!(scale >= Float.MIN_NORMAL && scale <= Float.MAX_VALUE)) {
      throw new NoFormException("alpha times the scale of the input is no f32");
    }
    TensorType productType =
        op.operandType(0)
            .withElementType(UniformQuantizedType.of(x.storage(), scale, x.zeroPoint()));
    Location location = op.operation().location();
    Value alpha =
        Parts.constant(
            builder, ValueNames.part(location, "alpha"), productType, 1, sigmoid.alpha());
    Value product =
        TpuOps.of(MulOp.DEF)
            .deriving(MulOp.DERIVATION)
            .build(
                builder,
                ValueNames.part(location, "product"),
                productType,
                List.of(op.operand(0), alpha));
    Value beta =
        beta(builder, ValueNames.part(location, "beta"), productType, sigmoid.beta(), scale);
    return TpuOps.of(AddOp.DEF)
        .activation(bytes ? "none" : "relu", op.resultType())
        .deriving(ScaledSums.DERIVATION)
        .build(builder, location, op.resultType(), List.of(product, beta));
  }

  private static Value beta(
      OpBuilder builder, Location location, TensorType like, float beta, float scale) {
    long most = QuantizedOp.uniform(like).storage().max();
    float fine = Math.abs(beta) / most;
    // A beta of 0 needs no scale of its own.
    return fine < Float.MIN_NORMAL
        ? Parts.constant(builder, location, like, 0, scale)
        : Parts.constant(builder, location, like, beta > 0 ? most : -most, fine);
  }
}
