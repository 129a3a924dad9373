package org.qopt.target.dsp.dialect;

import com.google.common.math.LongMath;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.target.dsp.numerics.Pooling;

/** {@code dsp.avg_pool2d}: means over windows of an image. */
public final class AvgPool2dOp {
  /** The definition. */
  public static final OpDef DEF =
      Pools.definition("dsp.avg_pool2d")
          .summary("means over windows of an image")
          .description(
              """
              The sum of each window, in an accumulator of 'accumulator' bits whose exponent is the \
              largest of the window's less 'guard', divided by the number of its elements and rounded. \
              Padding takes no part. That is shifted right by 'shift', or to the exponents that \
              follow, and cut to 'clamp'.""")
          .example(
              """
              func.func @f(%x: tensor<1x4x4x2x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>)
                  -> tensor<1x2x2x2x!bfp.block<i16, tensor, -11, half_even, symmetric, floor>> {
                %y = dsp.avg_pool2d %x {accumulator = 40 : i32, guard = 8 : i32, kernel = array<i64: 2, 2>,
                    shift = 7 : i32, strides = array<i64: 2, 2>}
                    : tensor<1x2x2x2x!bfp.block<i16, tensor, -11, half_even, symmetric, floor>>
                return %y : tensor<1x2x2x2x!bfp.block<i16, tensor, -11, half_even, symmetric, floor>>
              }""")
          .clause(DspClauses.OVERFLOW, Accumulators::violation)
          .kernel(
              op ->
                  Computed.of(
                      op,
                      operands ->
                          Pooling.mean(
                              operands.getFirst(),
                              DspTypes.shape(op.operand(0).type()),
                              Windows.ofPool(op),
                              DspTypes.shape(op.result().type()),
                              DspAttributes.integer(op, DspAttributes.GUARD),
                              Computed.rounding(op))))
          .build();

  private AvgPool2dOp() {}

  static long bound(Operation op) {
    Spatial kernel = Spatial.of(op, "kernel");
    return LongMath.saturatedMultiply(
        (long) kernel.height() * kernel.width(), DspTypes.magnitude(op.operand(0).type()));
  }
}
