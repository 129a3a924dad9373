package org.qopt.target.cpu.dialect;

import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.target.cpu.numerics.ByteTable;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Int8Types;
import org.qopt.target.dialect.ShapeClause;

/** {@code cpu.sigmoid}: the logistic function. */
public final class SigmoidOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("cpu.sigmoid")
          .summary("the logistic function")
          .description(
              """
              `1 / (1 + exp(-x))` of the real value, rounded to f32, then stored as cpu.quantize \
              does. It is ONNX Runtime's QLinearSigmoid.""")
          .example(
              """
              func.func @f(%x: tensor<4x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<4x!quant.uniform<i8:f32, 0.00390625:-128>> {
                %y = cpu.sigmoid %x : tensor<4x!quant.uniform<i8:f32, 0.00390625:-128>>
                return %y : tensor<4x!quant.uniform<i8:f32, 0.00390625:-128>>
              }""")
          .operand("x", Int8Types.TENSOR)
          .result("result", Int8Types.TENSOR)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(MovementShapes::same))
          .kernel(
              op -> {
                ByteTable table =
                    new ByteTable(
                        Parameters.of(op.operand(0)),
                        Parameters.of(op.result()),
                        x -> 1 / (1 + Math.exp(-x)));
                return Bytes.unary(op, table::execute);
              })
          .build();

  private SigmoidOp() {}
}
