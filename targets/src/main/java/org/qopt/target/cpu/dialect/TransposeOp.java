package org.qopt.target.cpu.dialect;

import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.Int8Types;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.dialect.TargetClauses;

/** {@code cpu.transpose}: permutes the axes. */
public final class TransposeOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("cpu.transpose")
          .summary("permutes the axes")
          .description("As nn.transpose, on bytes, which stay as they are.")
          .example(
              """
              func.func @f(%x: tensor<2x3x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<3x2x!quant.uniform<i8:f32, 0.5:-3>> {
                %y = cpu.transpose %x {permutation = array<i64: 1, 0>}
                    : tensor<3x2x!quant.uniform<i8:f32, 0.5:-3>>
                return %y : tensor<3x2x!quant.uniform<i8:f32, 0.5:-3>>
              }""")
          .operand("x", Int8Types.TENSOR)
          .attribute("permutation", NnAttributes.SIZES)
          .result("result", Int8Types.TENSOR)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(MovementShapes::transpose))
          .clause(TargetClauses.PARAMETERS, TargetClauses::oneType)
          .kernel(op -> org.qopt.dialect.nn.TransposeOp.DEF.kernel().orElseThrow().prepare(op))
          .build();

  private TransposeOp() {}
}
