package org.qopt.dialect.nn;

import java.util.List;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.kernel.MovementKernels;
import org.qopt.dialect.nn.shape.ReshapeShapes;
import org.qopt.dialect.nn.shape.ShapeCheck;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.AttributeSet;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code nn.reshape}: the same elements under another shape.
 *
 * @param operation the operation
 */
public record ReshapeOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.reshape")
          .summary("the same elements under another shape")
          .description(
              """
              The elements in row-major order are those of x. One dimension of 'shape' may be -1: it \
              is what is left of the number of elements.""")
          .example(
              """
              func.func @f(%x: tensor<1x4x4x8xf32>) -> tensor<1x128xf32> {
                %y = nn.reshape %x {shape = array<i64: 1, -1>} : tensor<1x128xf32>
                return %y : tensor<1x128xf32>
              }""")
          .operand("x", NnTypes.MOVABLE)
          .attribute("shape", NnAttributes.DIMENSIONS)
          .result("result", NnTypes.MOVABLE)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE)
          .clause("at most one dimension is -1", ShapeCheck.clause(ReshapeShapes::oneRest))
          .clause(
              "the number of elements stays the same", ShapeCheck.clause(ReshapeShapes::elements))
          .infer(ShapeRule.inference(ReshapeShapes::reshape))
          .kernel(MovementKernels::reshape)
          .build();

  /** {@return a new operation, inserted} */
  public static ReshapeOp create(OpBuilder builder, Location location, Value x, long... shape) {
    return new ReshapeOp(
        builder.create(
            DEF,
            location,
            List.of(x),
            AttributeSet.of(DEF).set("shape", DenseIntArrayAttr.i64(shape)).build()));
  }

  /** {@return the elements} */
  public Value x() {
    return operation.operand(0);
  }

  /** {@return the dimensions, one of them maybe -1} */
  public long[] shape() {
    return operation.required("shape", DenseIntArrayAttr.class).values().toArray();
  }
}
