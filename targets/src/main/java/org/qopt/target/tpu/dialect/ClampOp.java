package org.qopt.target.tpu.dialect;

import static org.qopt.target.tpu.dialect.TpuAttributes.CLAMP;
import static org.qopt.target.tpu.dialect.TpuAttributes.MULTIPLIER;
import static org.qopt.target.tpu.dialect.TpuAttributes.SHIFT;

import java.util.Map;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.numerics.Activation;
import org.qopt.target.tpu.numerics.Requantize;

/** {@code tpu.clamp}: cuts to an interval, from one scale and zero point to another. */
public final class ClampOp {
  /** What follows from the types. */
  public static final Derivation DERIVATION =
      (operands, result, _) -> {
        Scales.bits(result, operands.get(0));
        Requantize clamp =
            Requantize.of(
                Activation.NONE,
                Scales.scale(operands.get(0)),
                Scales.zeroPoint(operands.get(0)),
                Scales.scale(result),
                Scales.zeroPoint(result));
        return Map.of(
            MULTIPLIER, TpuAttributes.mantissa(clamp.multiplier()),
            SHIFT, TpuAttributes.exponent(clamp.multiplier()));
      };

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("tpu.clamp")
          .summary("cuts to an interval, from one scale and zero point to another")
          .description(
              """
              The input, less its zero point, times `multiplier * 2^(shift - 31)`, rounded \
              as 'rounding' says, plus the result's zero point, cut to 'clamp'. It is relu, relu6 and their \
              kin as operations of their own; the ratio of the scales is rounded to f32 first.""")
          .example(
              """
              func.func @f(%x: tensor<4x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<4x!quant.uniform<i8:f32, 0.25:-128>> {
                %y = tpu.clamp %x {activation = "relu6", clamp = array<i8: -128, -104>,
                    multiplier = 1073741824 : i32, rounding = "double", shift = 2 : i32}
                    : tensor<4x!quant.uniform<i8:f32, 0.25:-128>>
                return %y : tensor<4x!quant.uniform<i8:f32, 0.25:-128>>
              }""")
          .operand("x", TpuTypes.TENSOR)
          .attribute(MULTIPLIER, TpuAttributes.MANTISSA)
          .attribute(SHIFT, TpuAttributes.EXPONENT)
          .attribute(TpuAttributes.ROUNDING, TpuAttributes.INT32_ROUNDING)
          .attribute(
              TpuAttributes.ACTIVATION, TpuAttributes.ACTIVATION_NAMES, TpuAttributes.NO_ACTIVATION)
          .optionalAttribute(CLAMP, TpuAttributes.BOUNDS)
          .result("result", TpuTypes.TENSOR)
          .traits(Traits.PURE)
          .clause(TpuClauses.SHAPE, TpuClauses.shape(MovementShapes::same))
          .clause(TpuClauses.DERIVED, DERIVATION.clause())
          .clause(TpuClauses.BOUNDS, TpuClauses::bounds)
          .kernel(op -> Rescaling.kernel(op, TpuAttributes.clamp(op)))
          .build();

  private ClampOp() {}
}
