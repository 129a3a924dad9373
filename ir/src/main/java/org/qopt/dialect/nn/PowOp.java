package org.qopt.dialect.nn;

import java.util.List;
import org.qopt.dialect.nn.kernel.BinaryKernels;
import org.qopt.dialect.nn.shape.Broadcasting;
import org.qopt.dialect.nn.shape.ShapeCheck;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code nn.pow}: raises to a power.
 *
 * @param operation the operation
 */
public record PowOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.pow")
          .summary("raises to a power")
          .description(
              """
              `a` to the power `b`, element by element; not a number where a is below 0 and b is no \
              whole number. The shapes are aligned at their last dimension; a dimension that is 1 \
              or missing is repeated to match the other's.""")
          .example(
              """
              func.func @f(%a: tensor<1x4x4x8xf32>, %b: tensor<8xf32>) -> tensor<1x4x4x8xf32> {
                %c = nn.pow %a, %b : tensor<1x4x4x8xf32>
                return %c : tensor<1x4x4x8xf32>
              }""")
          .operand("a", NnTypes.FLOAT_TENSOR)
          .operand("b", NnTypes.FLOAT_TENSOR)
          .result("result", NnTypes.FLOAT_TENSOR)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE)
          .clause("the shapes broadcast", ShapeCheck.clause(Broadcasting::check))
          .infer(ShapeRule.inference(Broadcasting::binary))
          .kernel(BinaryKernels::pow)
          .build();

  /** {@return a new operation, inserted} */
  public static PowOp create(OpBuilder builder, Location location, Value a, Value b) {
    return new PowOp(builder.create(DEF, location, List.of(a, b), DictionaryAttr.EMPTY));
  }

  /** {@return the base} */
  public Value a() {
    return operation.operand(0);
  }

  /** {@return the exponent} */
  public Value b() {
    return operation.operand(1);
  }
}
