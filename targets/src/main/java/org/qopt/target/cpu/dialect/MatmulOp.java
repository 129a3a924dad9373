package org.qopt.target.cpu.dialect;

import java.util.List;
import org.qopt.dialect.nn.kernel.BroadcastLoop;
import org.qopt.dialect.nn.shape.MatmulShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.target.cpu.numerics.Affine;
import org.qopt.target.cpu.numerics.MatrixProduct;
import org.qopt.target.cpu.numerics.Requantizer;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.FilterSums;
import org.qopt.target.dialect.Int8Types;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.proof.ProveAccumulatorsPass;

/** {@code cpu.matmul}: multiplies matrices. */
public final class MatmulOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("cpu.matmul")
          .summary("multiplies matrices")
          .description(
              """
              Sums `(a - zero point) * (b - zero point)` in int32 and rescales the sums as \
              cpu.conv2d does. Shapes are those of nn.matmul. It is ONNX's QLinearMatMul.""")
          .example(
              """
              func.func @f(%a: tensor<2x3x!quant.uniform<i8:f32, 0.5:-3>>,
                  %b: tensor<3x1x!quant.uniform<i8:f32, 0.25>>)
                  -> tensor<2x1x!quant.uniform<i8:f32, 1.0:4>> {
                %c = cpu.matmul %a, %b : tensor<2x1x!quant.uniform<i8:f32, 1.0:4>>
                return %c : tensor<2x1x!quant.uniform<i8:f32, 1.0:4>>
              }""")
          .operand("a", Int8Types.TENSOR)
          .operand("b", Int8Types.TENSOR)
          .optionalAttribute(ProveAccumulatorsPass.BOUND, FilterSums.BOUND)
          .result("result", Int8Types.TENSOR)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(MatmulShapes::matmul))
          .clause(FilterSums.FITS, Accumulators::violation)
          .kernel(MatmulOp::kernel)
          .build();

  private MatmulOp() {}

  private static Kernel kernel(Operation operation) {
    Affine a = Parameters.of(operation.operand(0));
    Affine b = Parameters.of(operation.operand(1));
    Affine result = Parameters.of(operation.result());
    MatrixProduct product =
        new MatrixProduct(
            a.zeroPoint(),
            b.zeroPoint(),
            Requantizer.ofProducts(
                a.scale(), new float[] {b.scale()}, result.scale(), result.zeroPoint()));
    Shape left = Bytes.shape(operation.operand(0));
    Shape right = Bytes.shape(operation.operand(1));
    Shape shape = Bytes.shape(operation.result());
    int[] size = {shape.size(-2), left.size(-1), shape.size(-1)};
    int[] lefts = BroadcastLoop.indices(MatmulShapes.batch(left), MatmulShapes.batch(shape));
    int[] rights = BroadcastLoop.indices(MatmulShapes.batch(right), MatmulShapes.batch(shape));
    return operands -> {
      byte[] output = new byte[Math.toIntExact(shape.elements())];
      for (int i = 0; i < lefts.length; i++) {
        int[] from = {
          lefts[i] * size[0] * size[1], rights[i] * size[1] * size[2], i * size[0] * size[2]
        };
        product.multiply(operands.get(0).bytes(), operands.get(1).bytes(), output, from, size);
      }
      return List.of(Tensor.of(shape, output));
    };
  }
}
