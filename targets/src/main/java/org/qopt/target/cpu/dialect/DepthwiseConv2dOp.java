package org.qopt.target.cpu.dialect;

import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.shape.ConvShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Shape;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.FilterClauses;
import org.qopt.target.dialect.FilterSums;
import org.qopt.target.dialect.Int8Types;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.dialect.TargetClauses;
import org.qopt.target.proof.ProveAccumulatorsPass;

/** {@code cpu.depthwise_conv2d}: convolves each channel of an image by itself. */
public final class DepthwiseConv2dOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("cpu.depthwise_conv2d")
          .summary("convolves each channel of an image by itself")
          .description(
              """
              As cpu.conv2d, but over one input channel for each output channel. Layouts and windows \
              are those of nn.depthwise_conv2d. It is ONNX's QLinearConv with as many groups as \
              channels.""")
          .example(
              """
              func.func @f(%x: tensor<1x2x2x1x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<1x2x2x1x!quant.uniform<i8:f32, 0.25:4>> {
                %w = nn.constant {value = dense<64> : tensor<1x1x1x1xi8>}
                    : tensor<1x1x1x1x!quant.uniform<i8<-127:127>:f32:3, {0.0078125}>>
                %y = cpu.depthwise_conv2d %x, %w : tensor<1x2x2x1x!quant.uniform<i8:f32, 0.25:4>>
                return %y : tensor<1x2x2x1x!quant.uniform<i8:f32, 0.25:4>>
              }""")
          .operand("input", Int8Types.IMAGE)
          .operand("filter", Int8Types.FILTER)
          .optionalOperand("bias", Int8Types.BIAS)
          .attribute("strides", NnAttributes.SPATIAL, Spatial.ONE.attribute())
          .attribute("dilations", NnAttributes.SPATIAL, Spatial.ONE.attribute())
          .attribute(Padding.NAME, NnAttributes.PADDING, Padding.NONE.attribute())
          .optionalAttribute(ProveAccumulatorsPass.BOUND, FilterSums.BOUND)
          .result("result", Int8Types.IMAGE)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(ConvShapes::depthwise))
          .clause(TargetClauses.CONSTANT, TargetClauses::constants)
          .clause(FilterClauses.CHANNELS, op -> FilterClauses.channels(op, 3))
          .clause(FilterClauses.BIAS, FilterClauses::bias)
          .clause(FilterSums.FITS, Accumulators.COLUMNS::violation)
          .kernel(DepthwiseConv2dOp::kernel)
          .build();

  private DepthwiseConv2dOp() {}

  private static Kernel kernel(Operation operation) {
    Shape image = Bytes.shape(operation.operand(0));
    return Convolutions.kernel(
        operation,
        ConvShapes.window(Bytes.shapes(operation)),
        image.size(3),
        byOutput(Bytes.constant(operation, 1).bytes(), Bytes.shape(operation.result()).size(3)),
        image,
        Bytes.shape(operation.result()));
  }

  /** {@return the weights of an output channel after those of the other; they are 1HWM} */
  private static byte[] byOutput(byte[] weights, int outputs) {
    byte[] sorted = new byte[weights.length];
    int taps = outputs == 0 ? 0 : weights.length / outputs;
    for (int tap = 0; tap < taps; tap++) {
      for (int o = 0; o < outputs; o++) {
        sorted[o * taps + tap] = weights[tap * outputs + o];
      }
    }
    return sorted;
  }
}
