package org.qopt.dialect.nn;

import java.util.List;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.kernel.NormKernels;
import org.qopt.dialect.nn.shape.Axes;
import org.qopt.dialect.nn.shape.ShapeCheck;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.AttributeSet;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code nn.softmax}: turns scores into probabilities.
 *
 * @param operation the operation
 */
public record SoftmaxOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.softmax")
          .summary("turns scores into probabilities")
          .description(
              """
              `exp(beta * x) / sum of exp(beta * x) along 'axis'`.""")
          .example(
              """
              func.func @f(%x: tensor<1x10xf32>) -> tensor<1x10xf32> {
                %y = nn.softmax %x : tensor<1x10xf32>
                return %y : tensor<1x10xf32>
              }""")
          .operand("x", NnTypes.FLOAT_TENSOR)
          .attribute("axis", NnAttributes.AXIS, IntegerAttr.i64(-1))
          .attribute("beta", Attributes.F32, FloatAttr.f32(1))
          .result("result", NnTypes.FLOAT_TENSOR)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE, Traits.SAME_SHAPE)
          .clause("the axis is one of the input's", ShapeCheck.clause(Axes::axis))
          .infer(ShapeRule.inference(Axes::sameShape))
          .kernel(NormKernels::softmax)
          .build();

  /** {@return a new operation, inserted} */
  public static SoftmaxOp create(
      OpBuilder builder, Location location, Value x, int axis, float beta) {
    return new SoftmaxOp(
        builder.create(
            DEF,
            location,
            List.of(x),
            AttributeSet.of(DEF)
                .set("axis", IntegerAttr.i64(axis))
                .set("beta", FloatAttr.f32(beta))
                .build()));
  }

  /** {@return the scores} */
  public Value x() {
    return operation.operand(0);
  }

  /** {@return the axis along which the result adds up to 1; a negative one counts from the end} */
  public int axis() {
    return Math.toIntExact(operation.required("axis", IntegerAttr.class).asLong());
  }

  /** {@return the factor of the scores} */
  public float beta() {
    return (float) operation.required("beta", FloatAttr.class).value();
  }
}
