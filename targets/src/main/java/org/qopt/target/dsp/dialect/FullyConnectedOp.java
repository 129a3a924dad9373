package org.qopt.target.dsp.dialect;

import org.qopt.dialect.nn.shape.MatmulShapes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.Shape;
import org.qopt.target.dsp.numerics.Positions;

/** {@code dsp.fully_connected}: multiplies by a matrix and adds a bias. */
public final class FullyConnectedOp {
  /** The definition. */
  public static final OpDef DEF =
      FilterOps.rest(
              FilterOps.operands("dsp.fully_connected", DspTypes.VALUE, DspTypes.MATRIX)
                  .summary("multiplies by a matrix and adds a bias")
                  .description(
                      """
                      As dsp.conv2d with a window of one position, along the last dimension; the \
                      filter is OI.""")
                  .example(
                      """
                      func.func @f(%x: tensor<1x2x!bfp.block<i8, block(32), dynamic, half_even, symmetric, floor>>)
                          -> tensor<1x1x!bfp.block<i8, block(32), dynamic, half_even, symmetric, floor>> {
                        %w = bfp.constant {exponents = dense<-6> : tensor<1x1xi16>,
                            value = dense<64> : tensor<1x2xi8>}
                            : tensor<1x2x!bfp.block<i8, block(32), dynamic, half_even, symmetric, floor>>
                        %y = dsp.fully_connected %x, %w {accumulator = 32 : i32, guard = 7 : i32}
                            : tensor<1x1x!bfp.block<i8, block(32), dynamic, half_even, symmetric, floor>>
                        return %y : tensor<1x1x!bfp.block<i8, block(32), dynamic, half_even, symmetric, floor>>
                      }"""),
              DspTypes.VALUE,
              MatmulShapes::fullyConnected,
              0)
          .kernel(
              op -> FilterOps.kernel(op, Positions.under(Windows.POINT), FullyConnectedOp::image))
          .build();

  private FullyConnectedOp() {}

  /** Rows are images of one pixel, one after the other. */
  private static Shape image(Shape shape) {
    long depth = shape.dim(-1);
    long rows = 1;
    for (int axis = 0; axis < shape.rank() - 1; axis++) {
      rows *= shape.dim(axis);
    }
    return Shape.of(rows, 1, 1, depth);
  }
}
