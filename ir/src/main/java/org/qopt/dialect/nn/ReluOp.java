package org.qopt.dialect.nn;

import java.util.List;
import org.qopt.dialect.nn.kernel.UnaryKernels;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code nn.relu}: rectifies.
 *
 * @param operation the operation
 */
public record ReluOp(Operation operation) implements UnaryOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.relu")
          .summary("rectifies")
          .description(
              """
              `max(x, 0)`, element by element; NaN stays NaN.""")
          .example(
              """
              func.func @f(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
                %y = nn.relu %x : tensor<1x4xf32>
                return %y : tensor<1x4xf32>
              }""")
          .operand("x", NnTypes.FLOAT_TENSOR)
          .result("result", NnTypes.FLOAT_TENSOR)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE, Traits.SAME_SHAPE)
          .infer(ShapeRule.inference(MovementShapes::same))
          .kernel(UnaryKernels::relu)
          .build();

  /** {@return a new operation, inserted} */
  public static ReluOp create(OpBuilder builder, Location location, Value x) {
    return new ReluOp(builder.create(DEF, location, List.of(x), DictionaryAttr.EMPTY));
  }
}
