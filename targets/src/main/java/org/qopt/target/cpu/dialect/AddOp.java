package org.qopt.target.cpu.dialect;

import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.target.cpu.numerics.Sum;
import org.qopt.target.dialect.Bytes;

/** {@code cpu.add}: the sum of two tensors. */
public final class AddOp {
  /** The definition. */
  public static final OpDef DEF =
      Elementwises.definition("cpu.add", AddOp::sum)
          .summary("the sum of two tensors")
          .description(
              """
              `a * ra + (b * rb + offset)` of the values as uint8, in f32 with fused multiply-adds, \
              where ra and rb are the scales divided by the result's, and the offset is the result's \
              zero point less the sum of the operands' times ra and rb; a repeated operand is added to \
              the offset first, its product rounded. The result is rounded to the nearest \
              integer, halves to even, and cut. Shapes broadcast as those of nn.add. It is ONNX \
              Runtime's QLinearAdd.""")
          .example(
              """
              func.func @f(%a: tensor<4x!quant.uniform<i8:f32, 0.5:-3>>,
                  %b: tensor<4x!quant.uniform<i8:f32, 0.25>>)
                  -> tensor<4x!quant.uniform<i8:f32, 1.0:4>> {
                %c = cpu.add %a, %b : tensor<4x!quant.uniform<i8:f32, 1.0:4>>
                return %c : tensor<4x!quant.uniform<i8:f32, 1.0:4>>
              }""")
          .build();

  private AddOp() {}

  private static Sum sum(Operation operation) {
    Value a = operation.operand(0);
    Value b = operation.operand(1);
    return new Sum(
        Parameters.of(a),
        Parameters.of(b),
        Parameters.of(operation.result()),
        isRepeated(a, operation) == isRepeated(b, operation)
            ? Sum.Repeated.NEITHER
            : isRepeated(a, operation) ? Sum.Repeated.FIRST : Sum.Repeated.SECOND);
  }

  private static boolean isRepeated(Value operand, Operation operation) {
    return Bytes.shape(operand).elements() < Bytes.shape(operation.result()).elements();
  }
}
