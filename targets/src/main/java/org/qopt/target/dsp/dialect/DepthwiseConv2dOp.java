package org.qopt.target.dsp.dialect;

import java.util.function.Function;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.shape.ConvShapes;
import org.qopt.ir.op.OpDef;
import org.qopt.target.dsp.numerics.Positions;

/** {@code dsp.depthwise_conv2d}: convolves each channel of an image by itself. */
public final class DepthwiseConv2dOp {
  /** The definition. */
  public static final OpDef DEF =
      FilterOps.rest(
              FilterOps.operands("dsp.depthwise_conv2d", DspTypes.IMAGE, DspTypes.FILTER)
                  .summary("convolves each channel of an image by itself")
                  .description(
                      """
                      As dsp.conv2d, but over one input channel for each output channel. Layouts and \
                      windows are those of nn.depthwise_conv2d.""")
                  .example(
                      """
                      func.func @f(%x: tensor<1x2x2x1x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>)
                          -> tensor<1x2x2x1x!bfp.block<i16, tensor, -8, half_even, symmetric, floor>> {
                        %w = bfp.constant {value = dense<64> : tensor<1x1x1x1xi16>}
                            : tensor<1x1x1x1x!bfp.block<i16, tensor, -15, half_even, symmetric, floor>>
                        %y = dsp.depthwise_conv2d %x, %w {accumulator = 40 : i32, shift = array<i32: 17>}
                            : tensor<1x2x2x1x!bfp.block<i16, tensor, -8, half_even, symmetric, floor>>
                        return %y : tensor<1x2x2x1x!bfp.block<i16, tensor, -8, half_even, symmetric, floor>>
                      }""")
                  .attribute("strides", NnAttributes.SPATIAL, Spatial.ONE.attribute())
                  .attribute("dilations", NnAttributes.SPATIAL, Spatial.ONE.attribute())
                  .attribute(Padding.NAME, NnAttributes.PADDING, Padding.NONE.attribute()),
              DspTypes.IMAGE,
              ConvShapes::depthwise,
              3)
          .kernel(
              op ->
                  FilterOps.kernel(op, Positions.under(Windows.ofFilter(op)), Function.identity()))
          .build();

  private DepthwiseConv2dOp() {}
}
