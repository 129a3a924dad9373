package org.qopt.dialect.nn;

import java.util.List;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.kernel.NormKernels;
import org.qopt.dialect.nn.shape.Axes;
import org.qopt.dialect.nn.shape.NormShapes;
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
 * {@code nn.batch_norm}: normalizes each channel by given statistics.
 *
 * @param operation the operation
 */
public record BatchNormOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.batch_norm")
          .summary("normalizes each channel by given statistics")
          .description(
              """
              `(input - mean[c]) / sqrt(variance[c] + epsilon) * scale[c] + offset[c]`, where c is \
              the index along 'axis'.""")
          .example(
              """
              func.func @f(%x: tensor<1x4x4x8xf32>, %s: tensor<8xf32>, %o: tensor<8xf32>,
                  %m: tensor<8xf32>, %v: tensor<8xf32>) -> tensor<1x4x4x8xf32> {
                %y = nn.batch_norm %x, %s, %o, %m, %v {epsilon = 0.001 : f32}
                    : tensor<1x4x4x8xf32>
                return %y : tensor<1x4x4x8xf32>
              }""")
          .operand("input", NnTypes.FLOAT_TENSOR)
          .operand("scale", NnTypes.FLOAT_VECTOR)
          .operand("offset", NnTypes.FLOAT_VECTOR)
          .operand("mean", NnTypes.FLOAT_VECTOR)
          .operand("variance", NnTypes.FLOAT_VECTOR)
          .attribute("epsilon", Attributes.F32)
          .attribute("axis", NnAttributes.AXIS, IntegerAttr.i64(-1))
          .result("result", NnTypes.FLOAT_TENSOR)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE, Traits.SAME_SHAPE)
          .clause("the axis is one of the input's", ShapeCheck.clause(Axes::axis))
          .clause(
              "scale, offset, mean and variance have an element for each channel",
              ShapeCheck.clause(NormShapes::channels))
          .infer(ShapeRule.inference(NormShapes::batchNorm))
          .kernel(NormKernels::batchNorm)
          .build();

  /**
   * {@return a new operation, inserted}
   *
   * @param operands input, scale, offset, mean and variance
   */
  public static BatchNormOp create(
      OpBuilder builder,
      Location location,
      List<? extends Value> operands,
      float epsilon,
      int axis) {
    return new BatchNormOp(
        builder.create(
            DEF,
            location,
            operands,
            AttributeSet.of(DEF)
                .set("epsilon", FloatAttr.f32(epsilon))
                .set("axis", IntegerAttr.i64(axis))
                .build()));
  }

  /** {@return what is normalized} */
  public Value input() {
    return operation.operand(0);
  }

  /** {@return the factor of each channel} */
  public Value scale() {
    return operation.operand(1);
  }

  /** {@return the summand of each channel} */
  public Value offset() {
    return operation.operand(2);
  }

  /** {@return the mean of each channel} */
  public Value mean() {
    return operation.operand(3);
  }

  /** {@return the variance of each channel} */
  public Value variance() {
    return operation.operand(4);
  }

  /** {@return what is added to the variance} */
  public float epsilon() {
    return (float) operation.required("epsilon", FloatAttr.class).value();
  }

  /** {@return the axis of the channels; a negative one counts from the end} */
  public int axis() {
    return Math.toIntExact(operation.required("axis", IntegerAttr.class).asLong());
  }
}
