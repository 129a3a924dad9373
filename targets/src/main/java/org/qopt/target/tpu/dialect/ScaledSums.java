package org.qopt.target.tpu.dialect;

import static org.qopt.target.tpu.dialect.TpuAttributes.CLAMP;
import static org.qopt.target.tpu.dialect.TpuAttributes.MULTIPLIER;
import static org.qopt.target.tpu.dialect.TpuAttributes.SHIFT;

import java.util.Map;
import org.qopt.dialect.nn.shape.Broadcasting;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.OpDefBuilder;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.numerics.ScaledSum;

/** What {@code tpu.add} and {@code tpu.sub} have in common. */
public final class ScaledSums {
  private static final String LEFT_SHIFT = "left_shift";
  private static final String LHS_MULTIPLIER = "lhs_multiplier";
  private static final String LHS_SHIFT = "lhs_shift";
  private static final String RHS_MULTIPLIER = "rhs_multiplier";
  private static final String RHS_SHIFT = "rhs_shift";

  /** What follows from the types. */
  public static final Derivation DERIVATION =
      (operands, result, _) -> {
        boolean bytes = Scales.bits(result, operands.get(0), operands.get(1)) == Byte.SIZE;
        ScaledSum sum =
            ScaledSum.of(
                bytes ? ScaledSum.INT8_LEFT_SHIFT : ScaledSum.INT16_LEFT_SHIFT,
                Scales.scale(operands.get(0)),
                Scales.zeroPoint(operands.get(0)),
                Scales.scale(operands.get(1)),
                Scales.zeroPoint(operands.get(1)),
                Scales.scale(result),
                Scales.zeroPoint(result),
                TpuAttributes.full(result));
        return Map.of(
            LEFT_SHIFT, IntegerAttr.i32(sum.leftShift()),
            LHS_MULTIPLIER, TpuAttributes.mantissa(sum.first()),
            LHS_SHIFT, TpuAttributes.exponent(sum.first()),
            RHS_MULTIPLIER, TpuAttributes.mantissa(sum.second()),
            RHS_SHIFT, TpuAttributes.exponent(sum.second()),
            MULTIPLIER, TpuAttributes.mantissa(sum.output()),
            SHIFT, TpuAttributes.exponent(sum.output()));
      };

  private ScaledSums() {}

  /** {@return the definition of {@code name} but for summary, texts and kernel} */
  static OpDefBuilder definition(String name) {
    return OpDef.named(name)
        .operand("lhs", TpuTypes.TENSOR)
        .operand("rhs", TpuTypes.TENSOR)
        .attribute(LEFT_SHIFT, TpuAttributes.EXPONENT)
        .attribute(LHS_MULTIPLIER, TpuAttributes.MANTISSA)
        .attribute(LHS_SHIFT, TpuAttributes.EXPONENT)
        .attribute(RHS_MULTIPLIER, TpuAttributes.MANTISSA)
        .attribute(RHS_SHIFT, TpuAttributes.EXPONENT)
        .attribute(MULTIPLIER, TpuAttributes.MANTISSA)
        .attribute(SHIFT, TpuAttributes.EXPONENT)
        .attribute(TpuAttributes.ROUNDING, TpuAttributes.INT32_ROUNDING)
        .attribute(
            TpuAttributes.ACTIVATION, TpuAttributes.ACTIVATION_NAMES, TpuAttributes.NO_ACTIVATION)
        .optionalAttribute(CLAMP, TpuAttributes.BOUNDS)
        .result("result", TpuTypes.TENSOR)
        .traits(Traits.PURE)
        .clause(TpuClauses.SHAPE, TpuClauses.shape(Broadcasting::binary))
        .clause(TpuClauses.DERIVED, DERIVATION.clause())
        .clause(TpuClauses.BOUNDS, TpuClauses::bounds);
  }

  /** {@return what the operands of a sum and their sum are multiplied by} */
  public static ScaledSum of(Operation operation) {
    return new ScaledSum(
        TpuAttributes.integer(operation, LEFT_SHIFT),
        Scales.zeroPoint(operation.operand(0).type()),
        TpuAttributes.multiplier(operation, LHS_MULTIPLIER, LHS_SHIFT),
        Scales.zeroPoint(operation.operand(1).type()),
        TpuAttributes.multiplier(operation, RHS_MULTIPLIER, RHS_SHIFT),
        TpuAttributes.multiplier(operation, MULTIPLIER, SHIFT),
        Scales.zeroPoint(operation.result().type()),
        TpuAttributes.clamp(operation));
  }

  /** {@return the kernel for int16; the second operand counts {@code sign} times} */
  static Kernel wide(Operation operation, int sign) {
    ScaledSum sum = of(operation);
    return Shorts.binary(operation, (first, second) -> sum.apply(first, second, sign));
  }
}
