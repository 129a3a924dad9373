package org.qopt.target.tpu.dialect;

import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.shape.SliceShapes;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.TargetClauses;

/** {@code tpu.slice}: takes a part. */
public final class SliceOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("tpu.slice")
          .summary("takes a part")
          .description("As nn.slice, on bytes, which stay as they are.")
          .example(
              """
              func.func @f(%x: tensor<2x3x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<2x2x!quant.uniform<i8:f32, 0.5:-3>> {
                %y = tpu.slice %x {axes = array<i64: 1>, ends = array<i64: 3>, starts = array<i64: 1>}
                    : tensor<2x2x!quant.uniform<i8:f32, 0.5:-3>>
                return %y : tensor<2x2x!quant.uniform<i8:f32, 0.5:-3>>
              }""")
          .operand("x", TpuTypes.TENSOR)
          .attribute("starts", Attributes.I64_ARRAY)
          .attribute("ends", Attributes.I64_ARRAY)
          .optionalAttribute("axes", NnAttributes.AXES)
          .optionalAttribute("steps", Attributes.I64_ARRAY)
          .result("result", TpuTypes.TENSOR)
          .traits(Traits.PURE)
          .clause(TpuClauses.SHAPE, TpuClauses.shape(SliceShapes::slice))
          .clause(TargetClauses.PARAMETERS, TargetClauses::oneType)
          .kernel(op -> org.qopt.dialect.nn.SliceOp.DEF.kernel().orElseThrow().prepare(op))
          .build();

  private SliceOp() {}
}
