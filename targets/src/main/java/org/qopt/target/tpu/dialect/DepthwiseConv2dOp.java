package org.qopt.target.tpu.dialect;

import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.shape.ConvShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Scales;
import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window2d;
import org.qopt.target.tpu.numerics.DepthwiseConv2d;
import org.qopt.target.tpu.numerics.FastFilters;
import org.qopt.target.tpu.numerics.OutputStage;

/** {@code tpu.depthwise_conv2d}: convolves each channel of an image by itself. */
public final class DepthwiseConv2dOp {

  /** The definition. */
  public static final OpDef DEF =
      FilterOps.rest(
              FilterOps.operands("tpu.depthwise_conv2d", TpuTypes.IMAGE, TpuTypes.FILTER)
                  .summary("convolves each channel of an image by itself")
                  .description(
                      """
              As tpu.conv2d, but over one input channel for each output channel. Layouts and windows \
              are those of nn.depthwise_conv2d.""")
                  .example(
                      """
              func.func @f(%x: tensor<1x2x2x1x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<1x2x2x1x!quant.uniform<i8:f32, 0.25:4>> {
                %w = nn.constant {value = dense<64> : tensor<1x1x1x1xi8>}
                    : tensor<1x1x1x1x!quant.uniform<i8<-127:127>:f32:3, {0.0078125}>>
                %y = tpu.depthwise_conv2d %x, %w {multiplier = array<i64: 1073741824>,
                    rounding = "double",
                    shift = array<i32: -5>} : tensor<1x2x2x1x!quant.uniform<i8:f32, 0.25:4>>
                return %y : tensor<1x2x2x1x!quant.uniform<i8:f32, 0.25:4>>
              }""")
                  .attribute("strides", NnAttributes.SPATIAL, Spatial.ONE.attribute())
                  .attribute("dilations", NnAttributes.SPATIAL, Spatial.ONE.attribute())
                  .attribute(Padding.NAME, NnAttributes.PADDING, Padding.NONE.attribute()),
              TpuTypes.IMAGE,
              ConvShapes::depthwise,
              3)
          .kernel(DepthwiseConv2dOp::kernel)
          .build();

  private DepthwiseConv2dOp() {}

  private static Kernel kernel(Operation operation) {
    if (Shorts.in(operation)) {
      return WideFilters.depthwiseConv2d(operation);
    }
    int[] filter = Scales.dims(operation.operand(1).type());
    Nhwc images = Windows.image(operation.operand(0).type());
    Window2d window =
        Windows.of(operation, filter[1], filter[2], Spatial.of(operation, "dilations"));
    int zeroPoint = Scales.zeroPoint(operation.operand(0).type());
    OutputStage stage = OutputStages.of(operation);
    byte[] weights = Bytes.constant(operation, 1).bytes();
    int[] bias = Bytes.bias(operation, filter[3]);
    DepthwiseConv2d plain =
        new DepthwiseConv2d(window, zeroPoint, stage, weights, filter[3] / images.channels(), bias);
    return FilterKernels.of(
        operation,
        input -> plain.execute(input, images),
        FastFilters.canTake(images, window),
        () -> FastFilters.depthwise(images, window, zeroPoint, stage, weights, bias));
  }
}
