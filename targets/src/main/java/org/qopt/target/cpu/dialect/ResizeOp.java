package org.qopt.target.cpu.dialect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.attr.Resampling;
import org.qopt.dialect.nn.attr.Resampling.Coordinates;
import org.qopt.dialect.nn.attr.Resampling.Mode;
import org.qopt.dialect.nn.attr.Resampling.Rounding;
import org.qopt.dialect.nn.kernel.PixelCopy;
import org.qopt.dialect.nn.shape.ResizeShapes;
import org.qopt.dialect.nn.shape.ResizedAxis;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Shape;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Int8Types;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.dialect.TargetClauses;

/** {@code cpu.resize}: makes an image larger or smaller. */
public final class ResizeOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("cpu.resize")
          .summary("makes an image larger or smaller")
          .description(
              """
              As nn.resize in mode "nearest", on bytes, which stay as they are. With 'sizes' the \
              scale is the f32 quotient of the result's size and the image's.""")
          .example(
              """
              func.func @f(%x: tensor<1x2x2x3x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<1x4x4x3x!quant.uniform<i8:f32, 0.5:-3>> {
                %y = cpu.resize %x {scales = array<f32: 2.0, 2.0>}
                    : tensor<1x4x4x3x!quant.uniform<i8:f32, 0.5:-3>>
                return %y : tensor<1x4x4x3x!quant.uniform<i8:f32, 0.5:-3>>
              }""")
          .operand("input", Int8Types.IMAGE)
          .optionalAttribute("sizes", NnAttributes.SPATIAL)
          .optionalAttribute("scales", NnAttributes.SCALES)
          .attribute(
              Mode.NAME,
              Attributes.oneOf(Set.of(Resampling.attribute(Mode.NEAREST).value())),
              Resampling.attribute(Mode.NEAREST))
          .attribute(
              Coordinates.NAME,
              Coordinates.CONSTRAINT,
              Resampling.attribute(Coordinates.ASYMMETRIC))
          .attribute(Rounding.NAME, Rounding.CONSTRAINT, Resampling.attribute(Rounding.FLOOR))
          .result("result", Int8Types.IMAGE)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(ResizeShapes::resize))
          .clause(TargetClauses.PARAMETERS, TargetClauses::oneType)
          .kernel(ResizeOp::kernel)
          .build();

  private ResizeOp() {}

  private static Kernel kernel(Operation operation) {
    Shape image = Bytes.shape(operation.operand(0));
    Shape shape = Bytes.shape(operation.result());
    int size = Math.toIntExact(shape.elements());
    if (size == 0) {
      return Bytes.unary(operation, _ -> new byte[0]);
    }
    ShapeInput input = new ShapeInput(List.of(image), operation.allAttributes());
    Resampling resampling = Resampling.of(operation);
    PixelCopy pixels =
        new PixelCopy(
            image,
            scaled(ResizeShapes.axis(input, shape, 1)).nearest(resampling),
            scaled(ResizeShapes.axis(input, shape, 2)).nearest(resampling));
    return Bytes.unary(
        operation,
        bytes -> {
          byte[] result = new byte[size];
          pixels.copy(bytes, result);
          return result;
        });
  }

  private static ResizedAxis scaled(ResizedAxis axis) {
    float quotient = (float) axis.output() / axis.input();
    return new ResizedAxis(axis.input(), axis.output(), Optional.of(axis.scale().orElse(quotient)));
  }
}
