package org.qopt.dialect.nn;

import java.util.Optional;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.kernel.ConvKernels;
import org.qopt.dialect.nn.shape.ConvShapes;
import org.qopt.dialect.nn.shape.ShapeCheck;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.AttributeSet;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code nn.depthwise_conv2d}: convolves each channel of an image by itself.
 *
 * @param operation the operation
 */
public record DepthwiseConv2dOp(Operation operation) implements WindowedFilterOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.depthwise_conv2d")
          .summary("convolves each channel of an image by itself")
          .description(
              """
              `result[n,y,x,m] = activation(bias[m] + sum over i, j of
              input[n, y*sh + i*dh - top, x*sw + j*dw - left, m / (M/C)] * filter[0,i,j,m])`

              Input NHWC, filter 1HWM where M is a multiple of C, bias M; the result is NHWM. \
              Outside of the image the input is 0.""")
          .example(
              """
              func.func @f(%x: tensor<1x8x8x4xf32>, %w: tensor<1x3x3x8xf32>, %b: tensor<8xf32>)
                  -> tensor<1x4x4x8xf32> {
                %y = nn.depthwise_conv2d %x, %w, %b {activation = "relu",
                    padding = array<i64: 0, 1, 0, 1>, strides = array<i64: 2, 2>}
                    : tensor<1x4x4x8xf32>
                return %y : tensor<1x4x4x8xf32>
              }""")
          .operand("input", NnTypes.FLOAT_IMAGE)
          .operand("filter", NnTypes.FLOAT_IMAGE)
          .optionalOperand("bias", NnTypes.FLOAT_VECTOR)
          .attribute("strides", NnAttributes.SPATIAL, Spatial.ONE.attribute())
          .attribute("dilations", NnAttributes.SPATIAL, Spatial.ONE.attribute())
          .attribute(Padding.NAME, NnAttributes.PADDING, Padding.NONE.attribute())
          .attribute(Activation.NAME, Activation.CONSTRAINT, Activation.DEFAULT)
          .result("result", NnTypes.FLOAT_IMAGE)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE)
          .clause(
              "the filter's first dimension is 1, its last a multiple of the input's channels",
              ShapeCheck.clause(ConvShapes::depthwiseChannels))
          .clause(
              "the bias has an element for each output channel",
              ShapeCheck.clause(ConvShapes::bias))
          .clause("a window fits the padded input", ShapeCheck.clause(ConvShapes::fits))
          .infer(ShapeRule.inference(ConvShapes::depthwise))
          .kernel(ConvKernels::depthwise)
          .build();

  /** {@return a new operation, inserted} */
  public static DepthwiseConv2dOp create(
      OpBuilder builder,
      Location location,
      Value input,
      Value filter,
      Optional<? extends Value> bias,
      Spatial strides,
      Spatial dilations,
      Padding padding,
      Activation activation) {
    AttributeSet attributes =
        WindowedFilterOp.attributes(DEF, strides, dilations, padding, activation);
    return new DepthwiseConv2dOp(
        builder.create(DEF, location, FilterOp.operands(input, filter, bias), attributes.build()));
  }
}
