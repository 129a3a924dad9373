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

/** {@code cpu.dequantize}: from int8 to float32. */
public final class DequantizeOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("cpu.dequantize")
          .summary("from int8 to float32")
          .description(
              """
              `(x - zero point) * scale`, in f32. It is ONNX's DequantizeLinear.""")
          .example(
              """
              func.func @f(%q: tensor<4x!quant.uniform<i8:f32, 0.5:-3>>) -> tensor<4xf32> {
                %x = cpu.dequantize %q : tensor<4xf32>
                return %x : tensor<4xf32>
              }""")
          .operand("x", Int8Types.TENSOR)
          .result("result", CpuTypes.FLOATS)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(MovementShapes::same))
          .kernel(DequantizeOp::kernel)
          .build();

  private DequantizeOp() {}

  private static Kernel kernel(Operation operation) {
    Affine parameters = Parameters.of(operation.operand(0));
    return operands -> {
      byte[] stored = operands.getFirst().bytes();
      float[] real = new float[stored.length];
      for (int i = 0; i < real.length; i++) {
        real[i] = parameters.real(stored[i]);
      }
      return List.of(Tensor.of(operands.getFirst().shape(), real));
    };
  }
}
