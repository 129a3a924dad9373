package org.qopt.target.dsp.dialect;

import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.dialect.TargetClauses;

/** {@code dsp.concat}: joins tensors along an axis. */
public final class ConcatOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("dsp.concat")
          .summary("joins tensors along an axis")
          .description(
              """
              As nn.concat, on mantissas, which stay as they are. Where exponents are dynamic, the numbers \
              are moved, and packed in their new blocks.""")
          .example(
              """
              func.func @f(%x: tensor<2x3x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>)
                  -> tensor<2x6x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>> {
                %y = dsp.concat %x, %x {axis = 1 : i64}
                    : tensor<2x6x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>
                return %y : tensor<2x6x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>
              }""")
          .variadicOperand("inputs", DspTypes.VALUE)
          .attribute("axis", NnAttributes.AXIS)
          .result("result", DspTypes.VALUE)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(MovementShapes::concat))
          .clause(DspClauses.ONE_TYPE, TargetClauses::oneType)
          .kernel(op -> Computed.moving(op, org.qopt.dialect.nn.ConcatOp.DEF))
          .build();

  private ConcatOp() {}
}
