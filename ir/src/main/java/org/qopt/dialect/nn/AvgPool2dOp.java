package org.qopt.dialect.nn;

import java.util.List;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.kernel.PoolKernels;
import org.qopt.dialect.nn.shape.PoolShapes;
import org.qopt.dialect.nn.shape.ShapeCheck;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.AttributeSet;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code nn.avg_pool2d}: means over windows of an image.
 *
 * @param operation the operation
 */
public record AvgPool2dOp(Operation operation) implements PoolOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.avg_pool2d")
          .summary("means over windows of an image")
          .description(
              """
              `activation(sum / count)` over each window of each channel of an NHWC image. Padding adds \
              nothing to the sum; it counts if 'count_include_pad' is set.""")
          .example(
              """
              func.func @f(%x: tensor<1x8x8x4xf32>) -> tensor<1x4x4x4xf32> {
                %y = nn.avg_pool2d %x {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>}
                    : tensor<1x4x4x4xf32>
                return %y : tensor<1x4x4x4xf32>
              }""")
          .operand("input", NnTypes.FLOAT_IMAGE)
          .attribute("kernel", NnAttributes.SPATIAL)
          .attribute("strides", NnAttributes.SPATIAL, Spatial.ONE.attribute())
          .attribute(Padding.NAME, NnAttributes.PADDING, Padding.NONE.attribute())
          .attribute("count_include_pad", Attributes.BOOL, IntegerAttr.FALSE)
          .attribute(Activation.NAME, Activation.CONSTRAINT, Activation.DEFAULT)
          .result("result", NnTypes.FLOAT_IMAGE)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE)
          .clause("a window fits the padded input", ShapeCheck.clause(PoolShapes::fits))
          .clause(
              "the padding on each side is less than the kernel's size",
              ShapeCheck.clause(PoolShapes::padding))
          .infer(ShapeRule.inference(PoolShapes::pool))
          .kernel(PoolKernels::average)
          .build();

  /** {@return a new operation, inserted} */
  public static AvgPool2dOp create(
      OpBuilder builder,
      Location location,
      Value input,
      Spatial kernel,
      Spatial strides,
      Padding padding,
      boolean countIncludePad,
      Activation activation) {
    AttributeSet attributes =
        AttributeSet.of(DEF)
            .set("kernel", kernel.attribute())
            .set("strides", strides.attribute())
            .set(Padding.NAME, padding.attribute())
            .set("count_include_pad", IntegerAttr.of(countIncludePad))
            .set(Activation.NAME, activation.attribute());
    return new AvgPool2dOp(builder.create(DEF, location, List.of(input), attributes.build()));
  }

  /** {@return whether the padding counts among the elements of a window} */
  public boolean countIncludePad() {
    return operation.required("count_include_pad", IntegerAttr.class).value().signum() != 0;
  }
}
