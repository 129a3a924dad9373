package org.qopt.dialect.nn;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.attr.Resampling;
import org.qopt.dialect.nn.attr.Resampling.Coordinates;
import org.qopt.dialect.nn.attr.Resampling.Mode;
import org.qopt.dialect.nn.attr.Resampling.Rounding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.kernel.ResizeKernel;
import org.qopt.dialect.nn.shape.ResizeShapes;
import org.qopt.dialect.nn.shape.ShapeCheck;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseFloatArrayAttr;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.AttributeSet;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code nn.resize}: makes an image larger or smaller.
 *
 * @param operation the operation
 */
public record ResizeOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.resize")
          .summary("makes an image larger or smaller")
          .description(
              """
              Height and width of an NHWC image become 'sizes', or are multiplied by 'scales' and \
              rounded down. Pixel i of the result stands for a place of the image, along either \
              axis; s is the axis's scale or, with 'sizes', how many times larger the result is:

              'coordinates' `"asymmetric"`: i / s; `"half_pixel"`: (i + 1/2) / s - 1/2; \
              `"pytorch_half_pixel"`: the same, but 0 where the result has one pixel; \
              `"align_corners"`: i (input - 1) / (output - 1), 0 where the result has one pixel.

              Places are f32 numbers: with 'scales' the quotient of i or i + 1/2 and s (and the \
              product i (input - 1), then divided), with 'sizes' the product with input / output \
              (or with the quotient (input - 1) / (output - 1)). Places outside of the image are \
              moved to its edge.

              Mode `"nearest"` takes the pixel at the place, rounded as 'rounding' says: `"floor"`, \
              `"ceil"`, or to the nearest with halves `"half_down"` or `"half_up"`; with 'scales' \
              what is closer to a half than 1e-6 is one. Mode \
              `"bilinear"` weights the four pixels around the place by 1 minus their distance.""")
          .example(
              """
              func.func @f(%x: tensor<1x4x6x3xf32>) -> tensor<1x8x12x3xf32> {
                %y = nn.resize %x {scales = array<f32: 2.0, 2.0>} : tensor<1x8x12x3xf32>
                return %y : tensor<1x8x12x3xf32>
              }""")
          .operand("input", NnTypes.FLOAT_IMAGE)
          .optionalAttribute("sizes", NnAttributes.SPATIAL)
          .optionalAttribute("scales", NnAttributes.SCALES)
          .attribute(Mode.NAME, Mode.CONSTRAINT, Resampling.attribute(Mode.NEAREST))
          .attribute(
              Coordinates.NAME,
              Coordinates.CONSTRAINT,
              Resampling.attribute(Coordinates.ASYMMETRIC))
          .attribute(Rounding.NAME, Rounding.CONSTRAINT, Resampling.attribute(Rounding.FLOOR))
          .result("result", NnTypes.FLOAT_IMAGE)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE)
          .clause("one of 'sizes' and 'scales' is given", ShapeCheck.clause(ResizeShapes::oneOfTwo))
          .clause(
              "the image has pixels where the result does", ShapeCheck.clause(ResizeShapes::pixels))
          .infer(ShapeRule.inference(ResizeShapes::resize))
          .kernel(ResizeKernel::resize)
          .build();

  /** {@return a new operation whose result has this height and width, inserted} */
  public static ResizeOp create(
      OpBuilder builder, Location location, Value input, Spatial sizes, Resampling resampling) {
    AttributeSet attributes =
        AttributeSet.of(DEF)
            .set("sizes", sizes.attribute())
            .set(Mode.NAME, Resampling.attribute(resampling.mode()))
            .set(Coordinates.NAME, Resampling.attribute(resampling.coordinates()))
            .set(Rounding.NAME, Resampling.attribute(resampling.rounding()));
    return new ResizeOp(builder.create(DEF, location, List.of(input), attributes.build()));
  }

  /** {@return the image, NHWC} */
  public Value input() {
    return operation.operand(0);
  }

  /** {@return the height and width of the result, if they are told} */
  public Optional<Spatial> sizes() {
    return operation
        .attribute("sizes", DenseIntArrayAttr.class)
        .map(sizes -> Spatial.of(sizes.toInts()));
  }

  /** {@return how much height and width grow, if that is told; two numbers} */
  public Optional<float[]> scales() {
    return operation
        .attribute("scales", DenseFloatArrayAttr.class)
        .map(
            scales -> new float[] {(float) scales.values().get(0), (float) scales.values().get(1)});
  }

  /** {@return how the result's pixels are found} */
  public Resampling resampling() {
    return Resampling.of(operation);
  }
}
