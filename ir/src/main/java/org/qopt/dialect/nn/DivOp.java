package org.qopt.dialect.nn;

import java.util.List;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.dialect.nn.kernel.BinaryKernels;
import org.qopt.dialect.nn.shape.Broadcasting;
import org.qopt.dialect.nn.shape.ShapeCheck;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.AttributeSet;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code nn.div}: divides.
 *
 * @param operation the operation
 */
public record DivOp(Operation operation) implements BinaryOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.div")
          .summary("divides")
          .description(
              """
              `activation(a / b)`, element by element. The shapes are aligned at their last \
              dimension; a dimension that is 1 or missing is repeated to match the other's.""")
          .example(
              """
              func.func @f(%a: tensor<1x4x4x8xf32>, %b: tensor<8xf32>) -> tensor<1x4x4x8xf32> {
                %c = nn.div %a, %b {activation = "relu"} : tensor<1x4x4x8xf32>
                return %c : tensor<1x4x4x8xf32>
              }""")
          .operand("a", NnTypes.FLOAT_TENSOR)
          .operand("b", NnTypes.FLOAT_TENSOR)
          .attribute(Activation.NAME, Activation.CONSTRAINT, Activation.DEFAULT)
          .result("result", NnTypes.FLOAT_TENSOR)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE)
          .clause("the shapes broadcast", ShapeCheck.clause(Broadcasting::check))
          .infer(ShapeRule.inference(Broadcasting::binary))
          .kernel(BinaryKernels::div)
          .build();

  /** {@return a new operation, inserted} */
  public static DivOp create(
      OpBuilder builder, Location location, Value a, Value b, Activation activation) {
    return new DivOp(
        builder.create(
            DEF,
            location,
            List.of(a, b),
            AttributeSet.of(DEF).set(Activation.NAME, activation.attribute()).build()));
  }
}
