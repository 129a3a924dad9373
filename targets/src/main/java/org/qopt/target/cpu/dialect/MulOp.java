package org.qopt.target.cpu.dialect;

import org.qopt.ir.op.OpDef;
import org.qopt.target.cpu.numerics.Product;

/** {@code cpu.mul}: the product of two tensors. */
public final class MulOp {
  /** The definition. */
  public static final OpDef DEF =
      Elementwises.definition(
              "cpu.mul",
              op ->
                  new Product(
                      Parameters.of(op.operand(0)),
                      Parameters.of(op.operand(1)),
                      Parameters.of(op.result())))
          .summary("the product of two tensors")
          .description(
              """
              The product of the values less their zero points, as an f32, times `scale of a * scale \
              of b / scale of the result`, plus the result's zero point, rounded to the nearest \
              integer, halves to even, and cut. Shapes broadcast as those of nn.mul. It is ONNX \
              Runtime's QLinearMul.""")
          .example(
              """
              func.func @f(%a: tensor<4x!quant.uniform<i8:f32, 0.5:-3>>,
                  %b: tensor<4x!quant.uniform<i8:f32, 0.25>>)
                  -> tensor<4x!quant.uniform<i8:f32, 1.0:4>> {
                %c = cpu.mul %a, %b : tensor<4x!quant.uniform<i8:f32, 1.0:4>>
                return %c : tensor<4x!quant.uniform<i8:f32, 1.0:4>>
              }""")
          .build();

  private MulOp() {}
}
