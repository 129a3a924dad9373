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
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.AttributeSet;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code nn.conv2d}: convolves an image.
 *
 * @param operation the operation
 */
public record Conv2dOp(Operation operation) implements WindowedFilterOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.conv2d")
          .summary("convolves an image")
          .description(
              """
              `result[n,y,x,o] = activation(bias[o] + sum over i, j, c of
              input[n, y*sh + i*dh - top, x*sw + j*dw - left, g*I + c] * filter[o,i,j,c])`

              Input NHWC, filter OHWI, bias O; the result is NHWO. Outside of the image the input \
              is 0. Input and output channels are cut into 'groups' equal parts; output channel o \
              lies in group g = o / (O/groups) and sees the I = C/groups channels of that group.""")
          .example(
              """
              func.func @f(%x: tensor<1x8x8x4xf32>, %w: tensor<8x3x3x4xf32>, %b: tensor<8xf32>)
                  -> tensor<1x4x4x8xf32> {
                %y = nn.conv2d %x, %w, %b {activation = "relu",
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
          .attribute("groups", NnAttributes.COUNT, IntegerAttr.i64(1))
          .attribute(Activation.NAME, Activation.CONSTRAINT, Activation.DEFAULT)
          .result("result", NnTypes.FLOAT_IMAGE)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE)
          .clause(
              "the filter's input channels times 'groups' are the input's channels",
              ShapeCheck.clause(ConvShapes::channels))
          .clause(
              "the output channels are a multiple of 'groups'",
              ShapeCheck.clause(ConvShapes::groups))
          .clause(
              "the bias has an element for each output channel",
              ShapeCheck.clause(ConvShapes::bias))
          .clause("a window fits the padded input", ShapeCheck.clause(ConvShapes::fits))
          .infer(ShapeRule.inference(ConvShapes::conv2d))
          .kernel(ConvKernels::conv2d)
          .build();

  /** {@return a new operation, inserted} */
  public static Conv2dOp create(
      OpBuilder builder,
      Location location,
      Value input,
      Value filter,
      Optional<? extends Value> bias,
      Spatial strides,
      Spatial dilations,
      Padding padding,
      int groups,
      Activation activation) {
    AttributeSet attributes =
        WindowedFilterOp.attributes(DEF, strides, dilations, padding, activation)
            .set("groups", IntegerAttr.i64(groups));
    return new Conv2dOp(
        builder.create(DEF, location, FilterOp.operands(input, filter, bias), attributes.build()));
  }

  /** {@return how many parts the channels are cut into} */
  public int groups() {
    return Math.toIntExact(operation.required("groups", IntegerAttr.class).asLong());
  }
}
