package org.qopt.dialect.nn;

import java.util.List;
import org.qopt.dialect.nn.kernel.UnaryKernels;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.AttributeSet;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code nn.hard_sigmoid}: the piecewise approximation of the logistic function.
 *
 * @param operation the operation
 */
public record HardSigmoidOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.hard_sigmoid")
          .summary("the piecewise approximation of the logistic function")
          .description(
              """
              `max(0, min(1, alpha * x + beta))`, element by element.""")
          .example(
              """
              func.func @f(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
                %y = nn.hard_sigmoid %x {alpha = 0.2 : f32, beta = 0.5 : f32} : tensor<1x4xf32>
                return %y : tensor<1x4xf32>
              }""")
          .operand("x", NnTypes.FLOAT_TENSOR)
          .attribute("alpha", Attributes.F32)
          .attribute("beta", Attributes.F32)
          .result("result", NnTypes.FLOAT_TENSOR)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE, Traits.SAME_SHAPE)
          .infer(ShapeRule.inference(MovementShapes::same))
          .kernel(UnaryKernels::hardSigmoid)
          .build();

  /** {@return a new operation, inserted} */
  public static HardSigmoidOp create(
      OpBuilder builder, Location location, Value x, float alpha, float beta) {
    return new HardSigmoidOp(
        builder.create(
            DEF,
            location,
            List.of(x),
            AttributeSet.of(DEF)
                .set("alpha", FloatAttr.f32(alpha))
                .set("beta", FloatAttr.f32(beta))
                .build()));
  }

  /** {@return what the function is applied to} */
  public Value x() {
    return operation.operand(0);
  }

  /** {@return the slope} */
  public float alpha() {
    return (float) operation.required("alpha", FloatAttr.class).value();
  }

  /** {@return the value at 0} */
  public float beta() {
    return (float) operation.required("beta", FloatAttr.class).value();
  }
}
