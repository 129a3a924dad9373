package org.qopt.dialect.nn;

import java.util.List;
import org.qopt.dialect.nn.kernel.MatmulKernels;
import org.qopt.dialect.nn.shape.MatmulShapes;
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
 * {@code nn.matmul}: multiplies matrices.
 *
 * @param operation the operation
 */
public record MatmulOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.matmul")
          .summary("multiplies matrices")
          .description(
              """
              `result[..., m, n] = sum over k of a[..., m, k] * b[..., k, n]`; the dimensions before \
              the last two broadcast.""")
          .example(
              """
              func.func @f(%a: tensor<2x3x4xf32>, %b: tensor<4x5xf32>) -> tensor<2x3x5xf32> {
                %c = nn.matmul %a, %b : tensor<2x3x5xf32>
                return %c : tensor<2x3x5xf32>
              }""")
          .operand("a", NnTypes.FLOAT_TENSOR)
          .operand("b", NnTypes.FLOAT_TENSOR)
          .result("result", NnTypes.FLOAT_TENSOR)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE)
          .clause(
              "the last dimension of 'a' is the last but one of 'b'",
              ShapeCheck.clause(MatmulShapes::inner))
          .clause("the batch dimensions broadcast", ShapeCheck.clause(MatmulShapes::batches))
          .infer(ShapeRule.inference(MatmulShapes::matmul))
          .kernel(MatmulKernels::matmul)
          .build();

  /** {@return a new operation, inserted} */
  public static MatmulOp create(OpBuilder builder, Location location, Value a, Value b) {
    return new MatmulOp(builder.create(DEF, location, List.of(a, b), DictionaryAttr.EMPTY));
  }

  /** {@return the left matrices, [..., M, K]} */
  public Value a() {
    return operation.operand(0);
  }

  /** {@return the right matrices, [..., K, N]} */
  public Value b() {
    return operation.operand(1);
  }
}
