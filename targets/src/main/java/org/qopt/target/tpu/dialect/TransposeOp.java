package org.qopt.target.tpu.dialect;

import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.TargetClauses;

/** {@code tpu.transpose}: permutes the axes. */
public final class TransposeOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("tpu.transpose")
          .summary("permutes the axes")
          .description("As nn.transpose, on bytes, which stay as they are.")
          .example(
              """
              func.func @f(%x: tensor<2x3x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<3x2x!quant.uniform<i8:f32, 0.5:-3>> {
                %y = tpu.transpose %x {permutation = array<i64: 1, 0>}
                    : tensor<3x2x!quant.uniform<i8:f32, 0.5:-3>>
                return %y : tensor<3x2x!quant.uniform<i8:f32, 0.5:-3>>
              }""")
          .operand("x", TpuTypes.TENSOR)
          .attribute("permutation", NnAttributes.SIZES)
          .result("result", TpuTypes.TENSOR)
          .traits(Traits.PURE)
          .clause(TpuClauses.SHAPE, TpuClauses.shape(MovementShapes::transpose))
          .clause(TargetClauses.PARAMETERS, TargetClauses::oneType)
          .kernel(op -> org.qopt.dialect.nn.TransposeOp.DEF.kernel().orElseThrow().prepare(op))
          .build();

  private TransposeOp() {}
}
