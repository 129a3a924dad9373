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
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.AttributeSet;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code nn.transpose}: permutes the axes.
 *
 * @param operation the operation
 */
public record TransposeOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.transpose")
          .summary("permutes the axes")
          .description(
              """
              Axis i of the result is axis permutation[i] of x.""")
          .example(
              """
              func.func @nchw_to_nhwc(%x: tensor<1x3x8x8xf32>) -> tensor<1x8x8x3xf32> {
                %y = nn.transpose %x {permutation = array<i64: 0, 2, 3, 1>} : tensor<1x8x8x3xf32>
                return %y : tensor<1x8x8x3xf32>
              }""")
          .operand("x", NnTypes.MOVABLE)
          .attribute("permutation", NnAttributes.SIZES)
          .result("result", NnTypes.MOVABLE)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE)
          .clause(
              "'permutation' holds each axis of x once",
              ShapeCheck.clause(MovementShapes::permutation))
          .infer(ShapeRule.inference(MovementShapes::transpose))
          .kernel(MovementKernels::transpose)
          .build();

  /** {@return a new operation, inserted} */
  public static TransposeOp create(
      OpBuilder builder, Location location, Value x, long... permutation) {
    return new TransposeOp(
        builder.create(
            DEF,
            location,
            List.of(x),
            AttributeSet.of(DEF).set("permutation", DenseIntArrayAttr.i64(permutation)).build()));
  }

  /** {@return what is transposed} */
  public Value x() {
    return operation.operand(0);
  }

  /** {@return for each axis of the result, the axis of x} */
  public int[] permutation() {
    return operation.required("permutation", DenseIntArrayAttr.class).toInts();
  }
}
