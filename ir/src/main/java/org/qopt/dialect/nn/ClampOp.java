package org.qopt.dialect.nn;

import java.util.List;
import java.util.Optional;
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
 * {@code nn.clamp}: bounds.
 *
 * @param operation the operation
 */
public record ClampOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.clamp")
          .summary("bounds")
          .description(
              """
              `min(max(x, 'min'), 'max')`, element by element; NaN stays NaN.""")
          .example(
              """
              func.func @f(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
                %y = nn.clamp %x {max = 1.0 : f32, min = -1.0 : f32} : tensor<1x4xf32>
                return %y : tensor<1x4xf32>
              }""")
          .operand("x", NnTypes.FLOAT_TENSOR)
          .attribute("min", Attributes.F32)
          .attribute("max", Attributes.F32)
          .result("result", NnTypes.FLOAT_TENSOR)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE, Traits.SAME_SHAPE)
          .clause("'min' is at most 'max'", op -> bounds(new ClampOp(op)))
          .infer(ShapeRule.inference(MovementShapes::same))
          .kernel(UnaryKernels::clamp)
          .build();

  /** {@return a new operation, inserted} */
  public static ClampOp create(
      OpBuilder builder, Location location, Value x, float min, float max) {
    return new ClampOp(
        builder.create(
            DEF,
            location,
            List.of(x),
            AttributeSet.of(DEF)
                .set("min", FloatAttr.f32(min))
                .set("max", FloatAttr.f32(max))
                .build()));
  }

  /** {@return what is bounded} */
  public Value x() {
    return operation.operand(0);
  }

  /** {@return the least result} */
  public float min() {
    return (float) operation.required("min", FloatAttr.class).value();
  }

  /** {@return the largest result} */
  public float max() {
    return (float) operation.required("max", FloatAttr.class).value();
  }

  // Written so that NaN is a violation too.
  private static Optional<String> bounds(ClampOp op) {
    return op.min() <= op.max()
        ? Optional.empty()
        : Optional.of(
            "expected 'min' to be at most 'max', but got " + op.min() + " and " + op.max());
  }
}
