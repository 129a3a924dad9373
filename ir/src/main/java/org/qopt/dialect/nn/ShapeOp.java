package org.qopt.dialect.nn;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.kernel.MovementKernels;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.op.InferenceInput;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/**
 * {@code nn.shape}: the dimensions of a tensor.
 *
 * @param operation the operation
 */
public record ShapeOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.shape")
          .summary("the dimensions of a tensor")
          .description(
              """
              A vector of 64-bit integers, one for each dimension of x.""")
          .example(
              """
              func.func @f(%x: tensor<?x4xf32>) -> tensor<2xi64> {
                %s = nn.shape %x : tensor<2xi64>
                return %s : tensor<2xi64>
              }""")
          .operand("x", NnTypes.MOVABLE)
          .result("result", NnTypes.SHAPE)
          .traits(Traits.PURE)
          .infer(input -> List.of(type(input)))
          .kernel(MovementKernels::shape)
          .build();

  /** {@return a new operation, inserted} */
  public static ShapeOp create(OpBuilder builder, Location location, Value x) {
    return new ShapeOp(builder.create(DEF, location, List.of(x), DictionaryAttr.EMPTY));
  }

  /** {@return whose dimensions are asked for} */
  public Value x() {
    return operation.operand(0);
  }

  private static Type type(InferenceInput input) {
    if (input.operandTypes().size() != 1) {
      throw new InferenceException("expected 1 operand, but got " + input.operandTypes().size());
    }
    Optional<TensorType> x = input.tensor(0);
    return TensorType.of(IntegerType.I64, x.map(t -> (long) t.rank()).orElse(Shape.DYNAMIC));
  }
}
