package org.qopt.target.tpu.dialect;

import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.shape.ConvShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Scales;
import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window2d;
import org.qopt.target.tpu.numerics.FastFilters;
import org.qopt.target.tpu.numerics.OutputStage;

/** {@code tpu.conv2d}: convolves an image. */
public final class Conv2dOp {

  /** The definition. */
  public static final OpDef DEF =
      FilterOps.rest(
              FilterOps.operands("tpu.conv2d", TpuTypes.IMAGE, TpuTypes.FILTER)
                  .summary("convolves an image")
                  .description(
                      """
              Sums `(input - zero point) * filter` over a window in int32, on top of the bias; \
              multiplies the sum of output channel o by `multiplier[o] * 2^(shift[o] - 31)`, rounded \
              as 'rounding' says; adds the result's zero point and cuts to 'clamp'. Layouts, windows \
              and groups are those of nn.conv2d; padding holds the zero point.""")
                  .example(
                      """
              func.func @f(%x: tensor<1x2x2x1x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<1x2x2x1x!quant.uniform<i8:f32, 0.25:4>> {
                %w = nn.constant {value = dense<64> : tensor<1x1x1x1xi8>}
                    : tensor<1x1x1x1x!quant.uniform<i8<-127:127>:f32:0, {0.0078125}>>
                %y = tpu.conv2d %x, %w {multiplier = array<i64: 1073741824>,
                    rounding = "double",
                    shift = array<i32: -5>} : tensor<1x2x2x1x!quant.uniform<i8:f32, 0.25:4>>
                return %y : tensor<1x2x2x1x!quant.uniform<i8:f32, 0.25:4>>
              }""")
                  .attribute("strides", NnAttributes.SPATIAL, Spatial.ONE.attribute())
                  .attribute("dilations", NnAttributes.SPATIAL, Spatial.ONE.attribute())
                  .attribute(Padding.NAME, NnAttributes.PADDING, Padding.NONE.attribute())
                  .attribute("groups", NnAttributes.COUNT, IntegerAttr.i64(1)),
              TpuTypes.IMAGE,
              ConvShapes::conv2d,
              0)
          .kernel(Conv2dOp::kernel)
          .build();

  private Conv2dOp() {}

  private static Kernel kernel(Operation operation) {
    if (Shorts.in(operation)) {
      return WideFilters.conv2d(operation);
    }
    int[] filter = Scales.dims(operation.operand(1).type());
    Nhwc images = Windows.image(operation.operand(0).type());
    Window2d window =
        Windows.of(operation, filter[1], filter[2], Spatial.of(operation, "dilations"));
    int zeroPoint = Scales.zeroPoint(operation.operand(0).type());
    OutputStage stage = OutputStages.of(operation);
    byte[] weights = Bytes.constant(operation, 1).bytes();
    int[] bias = Bytes.bias(operation, filter[0]);
    int groups = TpuAttributes.integer(operation, "groups");
    GroupedConv2d plain =
        GroupedConv2d.of(window, zeroPoint, stage, weights, filter[3], bias, groups);
    return FilterKernels.of(
        operation,
        input -> plain.execute(input, images),
        FastFilters.canTake(images, window),
        () -> FastFilters.conv2d(images, window, zeroPoint, stage, weights, bias, groups));
  }
}
