package org.qopt.target.cpu.dialect;

import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.shape.MatmulShapes;
import org.qopt.dialect.nn.shape.Window;
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

/** {@code cpu.fully_connected}: multiplies by a matrix and adds a bias. */
public final class FullyConnectedOp {
  private static final Window PIXEL = new Window(1, 1, Spatial.ONE, Spatial.ONE, Padding.NONE);

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("cpu.fully_connected")
          .summary("multiplies by a matrix and adds a bias")
          .description(
              """
              As cpu.conv2d, but along the last dimension. It is ONNX Runtime's QGemm.""")
          .example(
              """
              func.func @f(%x: tensor<1x2x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<1x1x!quant.uniform<i8:f32, 0.25:4>> {
                %w = nn.constant {value = dense<64> : tensor<1x2xi8>}
                    : tensor<1x2x!quant.uniform<i8<-127:127>:f32:0, {0.0078125}>>
                %y = cpu.fully_connected %x, %w : tensor<1x1x!quant.uniform<i8:f32, 0.25:4>>
                return %y : tensor<1x1x!quant.uniform<i8:f32, 0.25:4>>
              }""")
          .operand("input", Int8Types.TENSOR)
          .operand("filter", Int8Types.MATRIX)
          .optionalOperand("bias", Int8Types.BIAS)
          .optionalAttribute(ProveAccumulatorsPass.BOUND, FilterSums.BOUND)
          .result("result", Int8Types.TENSOR)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(MatmulShapes::fullyConnected))
          .clause(TargetClauses.CONSTANT, TargetClauses::constants)
          .clause(FilterClauses.CHANNELS, op -> FilterClauses.channels(op, 0))
          .clause(FilterClauses.BIAS, FilterClauses::bias)
          .clause(FilterSums.FITS, Accumulators.ROWS::violation)
          .kernel(FullyConnectedOp::kernel)
          .build();

  private FullyConnectedOp() {}

  private static Kernel kernel(Operation operation) {
    return Convolutions.kernel(
        operation,
        PIXEL,
        1,
        Bytes.constant(operation, 1).bytes(),
        pixels(Bytes.shape(operation.operand(0))),
        pixels(Bytes.shape(operation.result())));
  }

  /** {@return the shape in which every row is an image of one pixel} */
  private static Shape pixels(Shape rows) {
    long count = 1;
    for (int i = 0; i < rows.rank() - 1; i++) {
      count *= rows.dim(i);
    }
    return Shape.of(count, 1, 1, rows.dim(rows.rank() - 1));
  }
}
