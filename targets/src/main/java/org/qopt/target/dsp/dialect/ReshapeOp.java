package org.qopt.target.dsp.dialect;

import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.shape.ReshapeShapes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.dialect.TargetClauses;

/** {@code dsp.reshape}: the same elements under another shape. */
public final class ReshapeOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("dsp.reshape")
          .summary("the same elements under another shape")
          .description(
              """
              As nn.reshape, on mantissas, which stay as they are. Where exponents are dynamic, the numbers \
              are moved, and packed in their new blocks.""")
          .example(
              """
              func.func @f(%x: tensor<2x2x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>)
                  -> tensor<4x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>> {
                %y = dsp.reshape %x {shape = array<i64: 4>}
                    : tensor<4x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>
                return %y : tensor<4x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>
              }""")
          .operand("x", DspTypes.VALUE)
          .attribute("shape", NnAttributes.DIMENSIONS)
          .result("result", DspTypes.VALUE)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(ReshapeShapes::reshape))
          .clause(DspClauses.ONE_TYPE, TargetClauses::oneType)
          .kernel(op -> Computed.moving(op, org.qopt.dialect.nn.ReshapeOp.DEF))
          .build();

  private ReshapeOp() {}
}
