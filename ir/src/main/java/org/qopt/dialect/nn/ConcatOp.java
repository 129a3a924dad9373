package org.qopt.dialect.nn;

import java.util.List;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.kernel.MovementKernels;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.dialect.nn.shape.ShapeCheck;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.AttributeSet;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code nn.concat}: joins tensors along an axis.
 *
 * @param operation the operation
 */
public record ConcatOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.concat")
          .summary("joins tensors along an axis")
          .description(
              """
              The operands one after the other along 'axis'; a negative axis counts from the end.""")
          .example(
              """
              func.func @f(%a: tensor<1x4xf32>, %b: tensor<1x2xf32>) -> tensor<1x6xf32> {
                %c = nn.concat %a, %b {axis = 1 : i64} : tensor<1x6xf32>
                return %c : tensor<1x6xf32>
              }""")
          .variadicOperand("inputs", NnTypes.MOVABLE)
          .attribute("axis", NnAttributes.AXIS)
          .result("result", NnTypes.MOVABLE)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE)
          .clause("there is an operand", ShapeCheck.clause(MovementShapes::someOperands))
          .clause("the axis is one of the operands'", ShapeCheck.clause(MovementShapes::concatAxis))
          .clause(
              "the shapes are equal but along the axis",
              ShapeCheck.clause(MovementShapes::concatDims))
          .infer(ShapeRule.inference(MovementShapes::concat))
          .kernel(MovementKernels::concat)
          .build();

  /** {@return a new operation, inserted} */
  public static ConcatOp create(
      OpBuilder builder, Location location, List<? extends Value> inputs, int axis) {
    return new ConcatOp(
        builder.create(
            DEF,
            location,
            inputs,
            AttributeSet.of(DEF).set("axis", IntegerAttr.i64(axis)).build()));
  }

  /** {@return the tensors, in order} */
  public List<Value> inputs() {
    return operation.operands();
  }

  /** {@return the axis; a negative one counts from the end} */
  public int axis() {
    return Math.toIntExact(operation.required("axis", IntegerAttr.class).asLong());
  }
}
