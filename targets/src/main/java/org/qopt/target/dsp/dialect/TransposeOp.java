package org.qopt.target.dsp.dialect;

import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.dialect.TargetClauses;

/** {@code dsp.transpose}: permutes the axes. */
public final class TransposeOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("dsp.transpose")
          .summary("permutes the axes")
          .description(
              """
              As nn.transpose, on mantissas, which stay as they are. Where exponents are dynamic, the numbers \
              are moved, and packed in their new blocks.""")
          .example(
              """
              func.func @f(%x: tensor<2x3x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>)
                  -> tensor<3x2x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>> {
                %y = dsp.transpose %x {permutation = array<i64: 1, 0>}
                    : tensor<3x2x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>
                return %y : tensor<3x2x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>
              }""")
          .operand("x", DspTypes.VALUE)
          .attribute("permutation", NnAttributes.SIZES)
          .result("result", DspTypes.VALUE)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(MovementShapes::transpose))
          .clause(DspClauses.ONE_TYPE, TargetClauses::oneType)
          .kernel(op -> Computed.moving(op, org.qopt.dialect.nn.TransposeOp.DEF))
          .build();

  private TransposeOp() {}
}
