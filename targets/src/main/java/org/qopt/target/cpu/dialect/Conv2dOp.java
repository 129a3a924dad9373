package org.qopt.target.cpu.dialect;

import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.shape.ConvShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.FilterClauses;
import org.qopt.target.dialect.FilterSums;
import org.qopt.target.dialect.Int8Types;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.dialect.TargetClauses;
import org.qopt.target.proof.ProveAccumulatorsPass;

/** {@code cpu.conv2d}: convolves an image. */
public final class Conv2dOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("cpu.conv2d")
          .summary("convolves an image")
          .description(
              """
              Sums `(input - zero point) * filter` over a window in int32, on top of the bias; \
              multiplies the sum, as an f32, by `input scale * filter scale / result scale`, rounds \
              to the nearest integer, halves to even, adds the result's zero point and cuts to int8. \
              Layouts, windows and groups are those of nn.conv2d; padding holds the zero point. It is \
              ONNX's QLinearConv.""")
          .example(
              """
              func.func @f(%x: tensor<1x2x2x1x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<1x2x2x1x!quant.uniform<i8:f32, 0.25:4>> {
                %w = nn.constant {value = dense<64> : tensor<1x1x1x1xi8>}
                    : tensor<1x1x1x1x!quant.uniform<i8<-127:127>:f32:0, {0.0078125}>>
                %y = cpu.conv2d %x, %w : tensor<1x2x2x1x!quant.uniform<i8:f32, 0.25:4>>
                return %y : tensor<1x2x2x1x!quant.uniform<i8:f32, 0.25:4>>
              }""")
          .operand("input", Int8Types.IMAGE)
          .operand("filter", Int8Types.FILTER)
          .optionalOperand("bias", Int8Types.BIAS)
          .attribute("strides", NnAttributes.SPATIAL, Spatial.ONE.attribute())
          .attribute("dilations", NnAttributes.SPATIAL, Spatial.ONE.attribute())
          .attribute(Padding.NAME, NnAttributes.PADDING, Padding.NONE.attribute())
          .attribute("groups", NnAttributes.COUNT, IntegerAttr.i64(1))
          .optionalAttribute(ProveAccumulatorsPass.BOUND, FilterSums.BOUND)
          .result("result", Int8Types.IMAGE)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(ConvShapes::conv2d))
          .clause(TargetClauses.CONSTANT, TargetClauses::constants)
          .clause(FilterClauses.CHANNELS, op -> FilterClauses.channels(op, 0))
          .clause(FilterClauses.BIAS, FilterClauses::bias)
          .clause(FilterSums.FITS, Accumulators.ROWS::violation)
          .kernel(Conv2dOp::kernel)
          .build();

  private Conv2dOp() {}

  private static Kernel kernel(Operation operation) {
    return Convolutions.kernel(
        operation,
        ConvShapes.window(Bytes.shapes(operation)),
        Math.toIntExact(operation.required("groups", IntegerAttr.class).asLong()),
        Bytes.constant(operation, 1).bytes(),
        Bytes.shape(operation.operand(0)),
        Bytes.shape(operation.result()));
  }
}
