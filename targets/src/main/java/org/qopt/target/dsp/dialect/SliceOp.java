package org.qopt.target.dsp.dialect;

import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.shape.SliceShapes;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.dialect.TargetClauses;

/** {@code dsp.slice}: takes a part. */
public final class SliceOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("dsp.slice")
          .summary("takes a part")
          .description(
              """
              As nn.slice, on mantissas, which stay as they are. Where exponents are dynamic, the numbers \
              are moved, and packed in their new blocks.""")
          .example(
              """
              func.func @f(%x: tensor<2x3x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>)
                  -> tensor<2x2x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>> {
                %y = dsp.slice %x {axes = array<i64: 1>, ends = array<i64: 3>, starts = array<i64: 1>}
                    : tensor<2x2x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>
                return %y : tensor<2x2x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>
              }""")
          .operand("x", DspTypes.VALUE)
          .attribute("starts", Attributes.I64_ARRAY)
          .attribute("ends", Attributes.I64_ARRAY)
          .optionalAttribute("axes", NnAttributes.AXES)
          .optionalAttribute("steps", Attributes.I64_ARRAY)
          .result("result", DspTypes.VALUE)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(SliceShapes::slice))
          .clause(DspClauses.ONE_TYPE, TargetClauses::oneType)
          .kernel(op -> Computed.moving(op, org.qopt.dialect.nn.SliceOp.DEF))
          .build();

  private SliceOp() {}
}
