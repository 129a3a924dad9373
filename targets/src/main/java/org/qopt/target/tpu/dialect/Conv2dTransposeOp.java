package org.qopt.target.tpu.dialect;

import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.shape.ConvTransposeShapes;
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
import org.qopt.target.tpu.numerics.TransposedConv2d;

/** {@code tpu.conv2d_transpose}: spreads each pixel of an image over a window. */
public final class Conv2dTransposeOp {
  /** The definition. */
  public static final OpDef DEF =
      FilterOps.rest(
              FilterOps.operands("tpu.conv2d_transpose", TpuTypes.IMAGE, TpuTypes.FILTER)
                  .summary("spreads each pixel of an image over a window")
                  .description(
                      """
                      As tpu.conv2d, but the sum of a pixel of the result is over all pixels of the \
                      image whose windows cover it. Layouts, windows, padding and groups are those of \
                      nn.conv2d_transpose.""")
                  .example(
                      """
                      func.func @f(%x: tensor<1x2x2x1x!quant.uniform<i8:f32, 0.5:-3>>)
                          -> tensor<1x4x4x1x!quant.uniform<i8:f32, 0.25:4>> {
                        %w = nn.constant {value = dense<64> : tensor<1x2x2x1xi8>}
                            : tensor<1x2x2x1x!quant.uniform<i8<-127:127>:f32:0, {0.0078125}>>
                        %y = tpu.conv2d_transpose %x, %w {multiplier = array<i64: 1073741824>,
                            rounding = "double", shift = array<i32: -5>, strides = array<i64: 2, 2>}
                            : tensor<1x4x4x1x!quant.uniform<i8:f32, 0.25:4>>
                        return %y : tensor<1x4x4x1x!quant.uniform<i8:f32, 0.25:4>>
                      }""")
                  .attribute("strides", NnAttributes.SPATIAL, Spatial.ONE.attribute())
                  .attribute("dilations", NnAttributes.SPATIAL, Spatial.ONE.attribute())
                  .attribute(Padding.NAME, NnAttributes.PADDING, Padding.NONE.attribute())
                  .attribute("output_padding", NnAttributes.EXTRA, new Spatial(0, 0).attribute())
                  .attribute("groups", NnAttributes.COUNT, IntegerAttr.i64(1)),
              TpuTypes.IMAGE,
              ConvTransposeShapes::transposed,
              0)
          .kernel(Conv2dTransposeOp::kernel)
          .build();

  private Conv2dTransposeOp() {}

  private static Kernel kernel(Operation operation) {
    int[] filter = Scales.dims(operation.operand(1).type());
    Nhwc images = Windows.image(operation.operand(0).type());
    Nhwc result = Windows.image(operation.result().type());
    Window2d window =
        Windows.of(operation, filter[1], filter[2], Spatial.of(operation, "dilations"));
    byte[] weights = Bytes.constant(operation, 1).bytes();
    int groups = TpuAttributes.integer(operation, "groups");
    OutputStage stage = OutputStages.of(operation);
    TransposedConv2d plain =
        new TransposedConv2d(window, groups, weights, Biases.sums(operation, filter[0]), stage);
    if (Shorts.in(operation)) {
      return Shorts.unary(operation, input -> plain.execute(input, images, result));
    }
    int zeroPoint = Scales.zeroPoint(operation.operand(0).type());
    int[] bias = Bytes.bias(operation, filter[0]);
    return FilterKernels.of(
        operation,
        input -> plain.execute(input, zeroPoint, images, result),
        FastFilters.canTransposeTo(result, images, window),
        () ->
            FastFilters.conv2dTranspose(
                images, result, window, zeroPoint, stage, weights, bias, groups));
  }
}
