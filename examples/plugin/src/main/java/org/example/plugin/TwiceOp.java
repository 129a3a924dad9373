package org.example.plugin;

import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.op.TypeConstraint;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.TensorType;

/**
 * {@code example.twice}: doubles.
 *
 * @param operation the operation
 */
public record TwiceOp(Operation operation) implements OpView {
  private static final TypeConstraint FLOATS =
      new TypeConstraint(
          "tensor of floats",
          type -> type instanceof TensorType tensor && tensor.elementType() instanceof FloatType);

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("example.twice")
          .summary("doubles")
          .description("`2 x`, element by element.")
          .example(
              """
              func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
                %y = example.twice %x : tensor<4xf32>
                return %y : tensor<4xf32>
              }""")
          .operand("x", FLOATS)
          .result("result", FLOATS)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE, Traits.SAME_SHAPE)
          .build();

  /** {@return what is doubled} */
  public Value x() {
    return operation.operand(0);
  }
}
