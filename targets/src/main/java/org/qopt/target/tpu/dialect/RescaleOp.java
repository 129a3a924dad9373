package org.qopt.target.tpu.dialect;

import static org.qopt.target.tpu.dialect.TpuAttributes.MULTIPLIER;
import static org.qopt.target.tpu.dialect.TpuAttributes.SHIFT;

import java.util.Map;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.numerics.Requantize;

/** {@code tpu.rescale}: changes scale and zero point. */
public final class RescaleOp {
  /** What follows from the types. */
  public static final Derivation DERIVATION =
      (operands, result, _) -> {
        Scales.bits(result, operands.get(0));
        Requantize rescale =
            Requantize.of(
                Scales.scale(operands.get(0)),
                Scales.zeroPoint(operands.get(0)),
                Scales.scale(result),
                Scales.zeroPoint(result));
        return Map.of(
            MULTIPLIER, TpuAttributes.mantissa(rescale.multiplier()),
            SHIFT, TpuAttributes.exponent(rescale.multiplier()));
      };

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("tpu.rescale")
          .summary("changes scale and zero point")
          .description(
              """
              The input, less its zero point, times `multiplier * 2^(shift - 31)`, rounded \
              as 'rounding' says, plus the result's zero point, cut to int8.""")
          .example(
              """
              func.func @f(%x: tensor<4x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<4x!quant.uniform<i8:f32, 0.25:4>> {
                %y = tpu.rescale %x {multiplier = 1073741824 : i32, rounding = "double",
                    shift = 2 : i32} : tensor<4x!quant.uniform<i8:f32, 0.25:4>>
                return %y : tensor<4x!quant.uniform<i8:f32, 0.25:4>>
              }""")
          .operand("x", TpuTypes.TENSOR)
          .attribute(MULTIPLIER, TpuAttributes.MANTISSA)
          .attribute(SHIFT, TpuAttributes.EXPONENT)
          .attribute(TpuAttributes.ROUNDING, TpuAttributes.INT32_ROUNDING)
          .result("result", TpuTypes.TENSOR)
          .traits(Traits.PURE)
          .clause(TpuClauses.SHAPE, TpuClauses.shape(MovementShapes::same))
          .clause(TpuClauses.DERIVED, DERIVATION.clause())
          .kernel(op -> Rescaling.kernel(op, TpuAttributes.full(op.result().type())))
          .build();

  private RescaleOp() {}
}
