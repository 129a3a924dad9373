package org.qopt.target.tpu.dialect;

import static org.qopt.target.tpu.dialect.TpuAttributes.CLAMP;
import static org.qopt.target.tpu.dialect.TpuAttributes.MULTIPLIER;
import static org.qopt.target.tpu.dialect.TpuAttributes.SHIFT;

import java.util.Map;
import org.qopt.dialect.nn.shape.Broadcasting;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.numerics.Activation;
import org.qopt.target.tpu.numerics.Mul;

/** {@code tpu.mul}: the product of two tensors. */
public final class MulOp {
  /** What follows from the types. */
  public static final Derivation DERIVATION =
      (operands, result, _) -> {
        Scales.bits(result, operands.get(0), operands.get(1));
        Mul mul =
            Mul.of(
                Scales.scale(operands.get(0)),
                Scales.zeroPoint(operands.get(0)),
                Scales.scale(operands.get(1)),
                Scales.zeroPoint(operands.get(1)),
                Scales.scale(result),
                Scales.zeroPoint(result),
                Activation.NONE);
        return Map.of(
            MULTIPLIER, TpuAttributes.mantissa(mul.multiplier()),
            SHIFT, TpuAttributes.exponent(mul.multiplier()));
      };

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("tpu.mul")
          .summary("the product of two tensors")
          .description(
              """
              The product of both operands, each less its zero point, multiplied by \
              `multiplier * 2^(shift - 31)`, rounded as 'rounding' says; the result's zero point is added, \
              and the result cut to 'clamp'. Shapes broadcast as those of nn.mul.""")
          .example(
              """
              func.func @f(%a: tensor<4x!quant.uniform<i8:f32, 0.5:-3>>,
                  %b: tensor<4x!quant.uniform<i8:f32, 0.25>>)
                  -> tensor<4x!quant.uniform<i8:f32, 1.0:4>> {
                %c = tpu.mul %a, %b {multiplier = 1073741824 : i32, rounding = "double",
                    shift = -2 : i32} : tensor<4x!quant.uniform<i8:f32, 1.0:4>>
                return %c : tensor<4x!quant.uniform<i8:f32, 1.0:4>>
              }""")
          .operand("lhs", TpuTypes.TENSOR)
          .operand("rhs", TpuTypes.TENSOR)
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
          .clause(TpuClauses.BOUNDS, TpuClauses::bounds)
          .kernel(
              op -> Shorts.in(op) ? Shorts.binary(op, of(op)::apply) : Binaries.kernel(op, of(op)))
          .build();

  private MulOp() {}

  /** {@return what {@code operation} computes} */
  public static Mul of(Operation operation) {
    return new Mul(
        Scales.zeroPoint(operation.operand(0).type()),
        Scales.zeroPoint(operation.operand(1).type()),
        TpuAttributes.multiplier(operation, MULTIPLIER, SHIFT),
        Scales.zeroPoint(operation.result().type()),
        TpuAttributes.clamp(operation));
  }
}
