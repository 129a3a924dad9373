package org.qopt.target.tpu.dialect;

import java.util.Map;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.numerics.HardSwish;

/** {@code tpu.hard_swish}: {@code x * min(max(x + 3, 0), 6) / 6} in 16-bit fixed point. */
public final class HardSwishOp {
  private static final String MULTIPLIER = "multiplier";
  private static final String SHIFT = "shift";
  private static final String FACTOR_MULTIPLIER = "factor_multiplier";
  private static final String FACTOR_SHIFT = "factor_shift";

  /** What follows from the types. */
  public static final Derivation DERIVATION =
      (operands, result, _) -> {
        TpuClauses.requireBytes(Scales.bits(result, operands.get(0)));
        HardSwish swish =
            HardSwish.of(
                Scales.scale(operands.get(0)),
                Scales.zeroPoint(operands.get(0)),
                Scales.scale(result),
                Scales.zeroPoint(result));
        return Map.of(
            MULTIPLIER, TpuAttributes.mantissa(swish.output()),
            SHIFT, TpuAttributes.exponent(swish.output()),
            FACTOR_MULTIPLIER, TpuAttributes.mantissa(swish.reluish()),
            FACTOR_SHIFT, TpuAttributes.exponent(swish.reluish()));
      };

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("tpu.hard_swish")
          .summary("x * min(max(x + 3, 0), 6) / 6 in 16-bit fixed point")
          .description(
              """
              The input, less its zero point and times 128, is x in 16 bits. The factor \
              `min(max(x + 3, 0), 6) / 6` in 15 fraction bits comes from x times \
              `factor_multiplier * 2^(factor_shift - 31)`; the result from the factor times x times \
              `multiplier * 2^(shift - 31)`, which truncates toward zero, plus the zero point. Both \
              multipliers are used with 15 bits.""")
          .operand("x", TpuTypes.TENSOR)
          .attribute(MULTIPLIER, TpuAttributes.MANTISSA)
          .attribute(SHIFT, TpuAttributes.EXPONENT)
          .attribute(FACTOR_MULTIPLIER, TpuAttributes.MANTISSA)
          .attribute(FACTOR_SHIFT, TpuAttributes.EXPONENT)
          .result("result", TpuTypes.TENSOR)
          .traits(Traits.PURE)
          .clause(TpuClauses.SHAPE, TpuClauses.shape(MovementShapes::same))
          .clause(TpuClauses.DERIVED, DERIVATION.clause())
          .kernel(op -> Bytes.unary(op, function(op)::execute))
          .build();

  private HardSwishOp() {}

  static HardSwish function(Operation operation) {
    return new HardSwish(
        Scales.zeroPoint(operation.operand(0).type()),
        TpuAttributes.multiplier(operation, MULTIPLIER, SHIFT),
        TpuAttributes.multiplier(operation, FACTOR_MULTIPLIER, FACTOR_SHIFT),
        Scales.zeroPoint(operation.result().type()));
  }
}
