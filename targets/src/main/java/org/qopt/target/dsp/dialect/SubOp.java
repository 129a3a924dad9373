package org.qopt.target.dsp.dialect;

import org.qopt.ir.op.OpDef;

/** {@code dsp.sub}: the difference of two tensors. */
public final class SubOp {
  /** The definition. */
  public static final OpDef DEF =
      Sums.definition("dsp.sub")
          .summary("the difference of two tensors")
          .description(
              """
              Both operands are shifted to the larger of their exponents less 'guard', to the right \
              with the result's rounding: by 'lhs_shift' and 'rhs_shift' to the left where that is \
              known, and negative for the right. `lhs - rhs`, in an accumulator of 'accumulator' \
              bits, is shifted right by 'shift', or to the exponents that follow, and cut to 'clamp'. \
              Shapes broadcast as those of nn.sub.""")
          .example(
              """
              func.func @f(%a: tensor<4x!bfp.block<i16, tensor, -12, half_even, symmetric, floor>>,
                  %b: tensor<4x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>)
                  -> tensor<4x!bfp.block<i16, tensor, -9, half_even, symmetric, floor>> {
                %c = dsp.sub %a, %b {accumulator = 40 : i32, guard = 8 : i32, lhs_shift = 6 : i32,
                    rhs_shift = 8 : i32, shift = 9 : i32}
                    : tensor<4x!bfp.block<i16, tensor, -9, half_even, symmetric, floor>>
                return %c : tensor<4x!bfp.block<i16, tensor, -9, half_even, symmetric, floor>>
              }""")
          .kernel(op -> Sums.kernel(op, true))
          .build();

  private SubOp() {}
}
