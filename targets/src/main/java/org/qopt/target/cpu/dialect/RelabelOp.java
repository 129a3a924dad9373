package org.qopt.target.cpu.dialect;

import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.target.dialect.Int8Types;
import org.qopt.target.dialect.ShapeClause;

/** {@code cpu.relabel}: the same bytes under another scale and zero point. */
public final class RelabelOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("cpu.relabel")
          .summary("the same bytes under another scale and zero point")
          .description(
              """
              Multiplies by the ratio of the scales and adds what the zero points differ by, without \
              computing anything: the bytes stay as they are.""")
          .example(
              """
              func.func @f(%x: tensor<4x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<4x!quant.uniform<i8:f32, 1.0:-3>> {
                %y = cpu.relabel %x : tensor<4x!quant.uniform<i8:f32, 1.0:-3>>
                return %y : tensor<4x!quant.uniform<i8:f32, 1.0:-3>>
              }""")
          .operand("x", Int8Types.TENSOR)
          .result("result", Int8Types.TENSOR)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(MovementShapes::same))
          .kernel(_ -> operands -> operands)
          .build();

  private RelabelOp() {}
}
