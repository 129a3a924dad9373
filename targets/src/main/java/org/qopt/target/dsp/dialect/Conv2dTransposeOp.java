package org.qopt.target.dsp.dialect;

import java.util.function.Function;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.shape.ConvTransposeShapes;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.target.dsp.numerics.Positions;

/** {@code dsp.conv2d_transpose}: spreads each pixel of an image over a window. */
public final class Conv2dTransposeOp {
  /** The definition. */
  public static final OpDef DEF =
      FilterOps.rest(
              FilterOps.operands("dsp.conv2d_transpose", DspTypes.IMAGE, DspTypes.FILTER)
                  .summary("spreads each pixel of an image over a window")
                  .description(
                      """
                      Layouts, windows and groups are those of nn.conv2d_transpose: a pixel of the \
                      result sums over the pixels whose windows reach it. It is computed as in \
                      dsp.conv2d.""")
                  .example(
                      """
                      func.func @f(%x: tensor<1x2x2x1x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>)
                          -> tensor<1x4x4x1x!bfp.block<i16, tensor, -8, half_even, symmetric, floor>> {
                        %w = bfp.constant {value = dense<64> : tensor<1x2x2x1xi16>}
                            : tensor<1x2x2x1x!bfp.block<i16, tensor, -15, half_even, symmetric, floor>>
                        %y = dsp.conv2d_transpose %x, %w {accumulator = 40 : i32, shift = array<i32: 17>,
                            strides = array<i64: 2, 2>}
                            : tensor<1x4x4x1x!bfp.block<i16, tensor, -8, half_even, symmetric, floor>>
                        return %y : tensor<1x4x4x1x!bfp.block<i16, tensor, -8, half_even, symmetric, floor>>
                      }""")
                  .attribute("strides", NnAttributes.SPATIAL, Spatial.ONE.attribute())
                  .attribute("dilations", NnAttributes.SPATIAL, Spatial.ONE.attribute())
                  .attribute(Padding.NAME, NnAttributes.PADDING, Padding.NONE.attribute())
                  .attribute("output_padding", NnAttributes.EXTRA, new Spatial(0, 0).attribute())
                  .attribute("groups", NnAttributes.COUNT, IntegerAttr.i64(1)),
              DspTypes.IMAGE,
              ConvTransposeShapes::transposed,
              0)
          .kernel(
              op ->
                  FilterOps.kernel(
                      op, Positions.reachedBy(Windows.ofFilter(op)), Function.identity()))
          .build();

  private Conv2dTransposeOp() {}
}
