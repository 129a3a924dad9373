package org.qopt.target.dsp.dialect;

import java.util.function.Function;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.shape.ConvShapes;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.target.dsp.numerics.Positions;

/** {@code dsp.conv2d}: convolves an image. */
public final class Conv2dOp {
  /** The definition. */
  public static final OpDef DEF =
      FilterOps.rest(
              FilterOps.operands("dsp.conv2d", DspTypes.IMAGE, DspTypes.FILTER)
                  .summary("convolves an image")
                  .description(
                      """
                      Layouts, windows and groups are those of nn.conv2d; padding adds nothing.

                      Static exponents: `sum(input * filter) + (bias << bias_shift[o])` in an \
                      accumulator of 'accumulator' bits, shifted right by `shift[o]`, rounded and \
                      saturated as the type of the result says, and cut to 'clamp'. Both shifts have \
                      one element for all output channels, or one each.

                      Dynamic exponents: at each position of the window, products of neighbouring \
                      channels that share their exponents in input and filter are summed exactly. \
                      These sums, and the bias, are shifted to the largest of their exponents less \
                      'guard', to the right with the result's rounding, and summed; the sum is cut to \
                      'clamp', whose ends are multiples of `2^clamp_exponent`, and packed.""")
                  .example(
                      """
                      func.func @f(%x: tensor<1x2x2x1x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>)
                          -> tensor<1x2x2x1x!bfp.block<i16, tensor, -8, half_even, symmetric, floor>> {
                        %w = bfp.constant {value = dense<64> : tensor<1x1x1x1xi16>}
                            : tensor<1x1x1x1x!bfp.block<i16, tensor, -15, half_even, symmetric, floor>>
                        %y = dsp.conv2d %x, %w {accumulator = 40 : i32, shift = array<i32: 17>}
                            : tensor<1x2x2x1x!bfp.block<i16, tensor, -8, half_even, symmetric, floor>>
                        return %y : tensor<1x2x2x1x!bfp.block<i16, tensor, -8, half_even, symmetric, floor>>
                      }""")
                  .attribute("strides", NnAttributes.SPATIAL, Spatial.ONE.attribute())
                  .attribute("dilations", NnAttributes.SPATIAL, Spatial.ONE.attribute())
                  .attribute(Padding.NAME, NnAttributes.PADDING, Padding.NONE.attribute())
                  .attribute("groups", NnAttributes.COUNT, IntegerAttr.i64(1)),
              DspTypes.IMAGE,
              ConvShapes::conv2d,
              0)
          .kernel(
              op ->
                  FilterOps.kernel(op, Positions.under(Windows.ofFilter(op)), Function.identity()))
          .build();

  private Conv2dOp() {}
}
