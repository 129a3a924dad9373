package org.qopt.target.tpu.dialect;

import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.TargetClauses;

/** {@code tpu.concat}: joins tensors along an axis. */
public final class ConcatOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("tpu.concat")
          .summary("joins tensors along an axis")
          .description("As nn.concat, on bytes, which stay as they are.")
          .example(
              """
              func.func @f(%x: tensor<2x3x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<2x6x!quant.uniform<i8:f32, 0.5:-3>> {
                %y = tpu.concat %x, %x {axis = 1 : i64} : tensor<2x6x!quant.uniform<i8:f32, 0.5:-3>>
                return %y : tensor<2x6x!quant.uniform<i8:f32, 0.5:-3>>
              }""")
          .variadicOperand("inputs", TpuTypes.TENSOR)
          .attribute("axis", NnAttributes.AXIS)
          .result("result", TpuTypes.TENSOR)
          .traits(Traits.PURE)
          .clause(TpuClauses.SHAPE, TpuClauses.shape(MovementShapes::concat))
          .clause(TargetClauses.PARAMETERS, TargetClauses::oneType)
          .kernel(op -> org.qopt.dialect.nn.ConcatOp.DEF.kernel().orElseThrow().prepare(op))
          .build();

  private ConcatOp() {}
}
