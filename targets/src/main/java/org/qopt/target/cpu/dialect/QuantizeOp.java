package org.qopt.target.cpu.dialect;

import java.util.List;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.tensor.Tensor;
import org.qopt.target.cpu.numerics.Affine;
import org.qopt.target.dialect.Int8Types;
import org.qopt.target.dialect.ShapeClause;

/** {@code cpu.quantize}: from float32 to int8. */
public final class QuantizeOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("cpu.quantize")
          .summary("from float32 to int8")
          .description(
              """
              The quotient by the scale, in f32, to the nearest integer, halves to even, plus the \
              zero point, cut to int8; what is no number becomes -128. It is ONNX's QuantizeLinear.""")
          .example(
              """
              func.func @f(%x: tensor<4xf32>) -> tensor<4x!quant.uniform<i8:f32, 0.5:-3>> {
                %q = cpu.quantize %x : tensor<4x!quant.uniform<i8:f32, 0.5:-3>>
                return %q : tensor<4x!quant.uniform<i8:f32, 0.5:-3>>
              }""")
          .operand("x", CpuTypes.FLOATS)
          .result("result", Int8Types.TENSOR)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(MovementShapes::same))
          .kernel(QuantizeOp::kernel)
          .build();

  private QuantizeOp() {}

  private static Kernel kernel(Operation operation) {
    Affine parameters = Parameters.of(operation.result());
    return operands -> {
      float[] real = operands.getFirst().floats();
      byte[] stored = new byte[real.length];
      for (int i = 0; i < stored.length; i++) {
        stored[i] = parameters.stored(real[i]);
      }
      return List.of(Tensor.of(operands.getFirst().shape(), stored));
    };
  }
}
