package org.qopt.target.tpu.dialect;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.attr.Resampling.Coordinates;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Shape;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.TargetClauses;
import org.qopt.target.image.Nhwc;
import org.qopt.target.tpu.numerics.ResizeBilinear;
import org.qopt.target.tpu.numerics.ResizedAxis;

/** {@code tpu.resize_bilinear}: makes an image larger or smaller, between its pixels linearly. */
public final class ResizeBilinearOp {
  /** The name of height and width of the result. */
  public static final String SIZES = "sizes";

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("tpu.resize_bilinear")
          .summary("makes an image larger or smaller, between its pixels linearly")
          .description(
              """
              Each pixel is the mean of the four around its place in the image, weighted by 1 minus \
              their distance, to nearest with halves away from zero; up if 'rounding' is "single". \
              Places and weights have 10 fraction bits: along an axis of n pixels that becomes one of \
              m, a step is `(1024 n + m/2) / m`, and pixel i lies i steps into the image \
              ("asymmetric"), or half a step less half a pixel further ("half_pixel"); with \
              "align_corners" a step is `(1024 (n-1) + (m-1)/2) / (m-1)` where m is above 1. All \
              quotients are truncated.""")
          .example(
              """
              func.func @f(%x: tensor<1x2x2x1x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<1x4x4x1x!quant.uniform<i8:f32, 0.5:-3>> {
                %y = tpu.resize_bilinear %x {coordinates = "half_pixel", rounding = "double",
                    sizes = array<i64: 4, 4>} : tensor<1x4x4x1x!quant.uniform<i8:f32, 0.5:-3>>
                return %y : tensor<1x4x4x1x!quant.uniform<i8:f32, 0.5:-3>>
              }""")
          .operand("input", TpuTypes.IMAGE)
          .attribute(SIZES, NnAttributes.SPATIAL)
          .attribute(
              Coordinates.NAME,
              Attributes.oneOf(Set.of("asymmetric", "half_pixel", "align_corners")))
          .attribute(TpuAttributes.ROUNDING, TpuAttributes.INT32_ROUNDING)
          .result("result", TpuTypes.IMAGE)
          .traits(Traits.PURE)
          .clause(TpuClauses.SHAPE, TpuClauses.shape(ResizeBilinearOp::shape))
          .clause(TargetClauses.PARAMETERS, TargetClauses::oneType)
          .clause("all places lie in the image", ResizeBilinearOp::inside)
          .kernel(ResizeBilinearOp::kernel)
          .build();

  private ResizeBilinearOp() {}

  private static Shape shape(ShapeInput input) {
    Shape image = input.shape(0, 4);
    Spatial sizes = Spatial.of(input.ints(SIZES, 2, 1));
    return Shape.of(image.dim(0), sizes.height(), sizes.width(), image.dim(3));
  }

  private static Optional<String> inside(Operation operation) {
    try {
      of(operation);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of("expected sizes that have places in the image, but " + e.getMessage());
    }
  }

  /** {@return which place of the image a pixel of the result stands for} */
  public static Coordinates coordinates(Operation operation) {
    String word = operation.required(Coordinates.NAME, StringAttr.class).value();
    return Coordinates.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** {@return what {@code operation} computes} */
  public static ResizeBilinear of(Operation operation) {
    Nhwc image = Windows.image(operation.operand(0).type());
    Spatial sizes = Spatial.of(operation, SIZES);
    Coordinates coordinates = coordinates(operation);
    return new ResizeBilinear(
        new ResizedAxis(image.height(), sizes.height(), coordinates),
        new ResizedAxis(image.width(), sizes.width(), coordinates),
        TpuAttributes.rounding(operation));
  }

  private static Kernel kernel(Operation operation) {
    ResizeBilinear resize = of(operation);
    Nhwc images = Windows.image(operation.operand(0).type());
    return Shorts.in(operation)
        ? Shorts.unary(operation, input -> resize.execute(input, images))
        : Bytes.unary(operation, input -> resize.execute(input, images));
  }
}
