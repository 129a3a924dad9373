package org.qopt.dialect.nn;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.kernel.MovementKernels;
import org.qopt.dialect.nn.shape.ShapeCheck;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.dialect.nn.shape.SliceShapes;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.AttributeSet;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code nn.slice}: takes a part.
 *
 * @param operation the operation
 */
public record SliceOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.slice")
          .summary("takes a part")
          .description(
              """
              Along axes[i] the indices starts[i], starts[i] + steps[i], ... before ends[i], by \
              ONNX's rules: negative starts and ends count from the end, both are then cut to the \
              axis, and a negative step goes backwards. Without 'axes' they are 0, 1, ...; without \
              'steps' they are 1.""")
          .example(
              """
              func.func @f(%x: tensor<1x8x8x4xf32>) -> tensor<1x4x8x3xf32> {
                %y = nn.slice %x {axes = array<i64: 1, 3>, ends = array<i64: 8, -1>,
                    starts = array<i64: 0, 0>, steps = array<i64: 2, 1>} : tensor<1x4x8x3xf32>
                return %y : tensor<1x4x8x3xf32>
              }""")
          .operand("x", NnTypes.MOVABLE)
          .attribute("starts", Attributes.I64_ARRAY)
          .attribute("ends", Attributes.I64_ARRAY)
          .optionalAttribute("axes", NnAttributes.AXES)
          .optionalAttribute("steps", Attributes.I64_ARRAY)
          .result("result", NnTypes.MOVABLE)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE)
          .clause(
              "starts, ends, axes and steps are equally many",
              ShapeCheck.clause(SliceShapes::lengths))
          .clause("the axes are different ones of x", ShapeCheck.clause(SliceShapes::axesExist))
          .clause("no step is 0", ShapeCheck.clause(SliceShapes::steps))
          .infer(ShapeRule.inference(SliceShapes::slice))
          .kernel(MovementKernels::slice)
          .build();

  /** {@return a new operation with steps of 1, inserted} */
  public static SliceOp create(
      OpBuilder builder, Location location, Value x, long[] starts, long[] ends, long[] axes) {
    return new SliceOp(
        builder.create(
            DEF,
            location,
            List.of(x),
            AttributeSet.of(DEF)
                .set("starts", DenseIntArrayAttr.i64(starts))
                .set("ends", DenseIntArrayAttr.i64(ends))
                .set("axes", DenseIntArrayAttr.i64(axes))
                .build()));
  }

  /** {@return what a part is taken of} */
  public Value x() {
    return operation.operand(0);
  }

  /** {@return the first index along each of the axes} */
  public long[] starts() {
    return operation.required("starts", DenseIntArrayAttr.class).values().toArray();
  }

  /** {@return the index before which each range ends} */
  public long[] ends() {
    return operation.required("ends", DenseIntArrayAttr.class).values().toArray();
  }

  /** {@return the axes, if they are not 0, 1, ...} */
  public Optional<int[]> axes() {
    return operation.attribute("axes", DenseIntArrayAttr.class).map(DenseIntArrayAttr::toInts);
  }

  /** {@return the distances between indices, if they are not 1} */
  public Optional<long[]> steps() {
    return operation.attribute("steps", DenseIntArrayAttr.class).map(s -> s.values().toArray());
  }
}
