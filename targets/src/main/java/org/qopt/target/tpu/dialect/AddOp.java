package org.qopt.target.tpu.dialect;

import org.qopt.ir.op.OpDef;
import org.qopt.target.tpu.numerics.Add;

/** {@code tpu.add}: the sum of two tensors. */
public final class AddOp {
  /** The definition. */
  public static final OpDef DEF =
      ScaledSums.definition("tpu.add")
          .summary("the sum of two tensors")
          .description(
              """
              Each operand, less its zero point, is shifted left by 'left_shift' and multiplied by \
              `lhs_multiplier * 2^(lhs_shift - 31)` or its like for rhs, so that both have one scale; \
              the sum is multiplied by `multiplier * 2^(shift - 31)`, each time rounded as \
              'rounding' says; the result's zero point is added, and the result cut to 'clamp'. Shapes \
              broadcast as those of nn.add.""")
          .example(
              """
              func.func @f(%a: tensor<4x!quant.uniform<i8:f32, 0.5:-3>>,
                  %b: tensor<4x!quant.uniform<i8:f32, 0.25>>)
                  -> tensor<4x!quant.uniform<i8:f32, 1.0:4>> {
                %c = tpu.add %a, %b {left_shift = 20 : i32, lhs_multiplier = 1073741824 : i32,
                    lhs_shift = 0 : i32, rhs_multiplier = 1073741824 : i32, rhs_shift = -1 : i32,
                    multiplier = 1073741824 : i32, shift = -19 : i32, rounding = "double"}
                    : tensor<4x!quant.uniform<i8:f32, 1.0:4>>
                return %c : tensor<4x!quant.uniform<i8:f32, 1.0:4>>
              }""")
          .kernel(
              op ->
                  Shorts.in(op)
                      ? ScaledSums.wide(op, 1)
                      : Binaries.kernel(op, new Add(ScaledSums.of(op))))
          .build();

  private AddOp() {}
}
