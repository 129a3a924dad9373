package org.qopt.target.tpu.dialect;

import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.shape.ReshapeShapes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.TargetClauses;

/** {@code tpu.reshape}: the same elements under another shape. */
public final class ReshapeOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("tpu.reshape")
          .summary("the same elements under another shape")
          .description("As nn.reshape, on bytes, which stay as they are.")
          .example(
              """
              func.func @f(%x: tensor<2x2x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<4x!quant.uniform<i8:f32, 0.5:-3>> {
                %y = tpu.reshape %x {shape = array<i64: 4>} : tensor<4x!quant.uniform<i8:f32, 0.5:-3>>
                return %y : tensor<4x!quant.uniform<i8:f32, 0.5:-3>>
              }""")
          .operand("x", TpuTypes.TENSOR)
          .attribute("shape", NnAttributes.DIMENSIONS)
          .result("result", TpuTypes.TENSOR)
          .traits(Traits.PURE)
          .clause(TpuClauses.SHAPE, TpuClauses.shape(ReshapeShapes::reshape))
          .clause(TargetClauses.PARAMETERS, TargetClauses::oneType)
          .kernel(op -> org.qopt.dialect.nn.ReshapeOp.DEF.kernel().orElseThrow().prepare(op))
          .build();

  private ReshapeOp() {}
}
