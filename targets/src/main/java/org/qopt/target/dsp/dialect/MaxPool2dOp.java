package org.qopt.target.dsp.dialect;

import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.target.dsp.numerics.Pooling;

/** {@code dsp.max_pool2d}: maxima over windows of an image. */
public final class MaxPool2dOp {
  /** The definition. */
  public static final OpDef DEF =
      Pools.definition("dsp.max_pool2d")
          .summary("maxima over windows of an image")
          .description(
              """
              The largest number of each window, in an accumulator of 'accumulator' bits whose exponent \
              is the largest of the window's less 'guard'. \
              Padding takes no part. That is shifted right by 'shift', or to the exponents that \
              follow, and cut to 'clamp'.""")
          .example(
              """
              func.func @f(%x: tensor<1x4x4x2x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>)
                  -> tensor<1x2x2x2x!bfp.block<i16, tensor, -11, half_even, symmetric, floor>> {
                %y = dsp.max_pool2d %x {accumulator = 40 : i32, guard = 0 : i32, kernel = array<i64: 2, 2>,
                    shift = -1 : i32, strides = array<i64: 2, 2>}
                    : tensor<1x2x2x2x!bfp.block<i16, tensor, -11, half_even, symmetric, floor>>
                return %y : tensor<1x2x2x2x!bfp.block<i16, tensor, -11, half_even, symmetric, floor>>
              }""")
          .clause(DspClauses.OVERFLOW, Accumulators::violation)
          .kernel(
              op ->
                  Computed.of(
                      op,
                      operands ->
                          Pooling.largest(
                              operands.getFirst(),
                              DspTypes.shape(op.operand(0).type()),
                              Windows.ofPool(op),
                              DspTypes.shape(op.result().type()),
                              DspAttributes.integer(op, DspAttributes.GUARD),
                              Computed.rounding(op))))
          .build();

  private MaxPool2dOp() {}

  static long bound(Operation op) {
    return DspTypes.magnitude(op.operand(0).type());
  }
}
