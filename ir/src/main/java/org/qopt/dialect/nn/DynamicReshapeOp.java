package org.qopt.dialect.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.kernel.MovementKernels;
import org.qopt.dialect.nn.shape.ReshapeShapes;
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
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.ShapedType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.ir.type.UnrankedTensorType;

/**
 * {@code nn.dynamic_reshape}: the same elements under a shape that is computed.
 *
 * @param operation the operation
 */
public record DynamicReshapeOp(Operation operation) implements OpView {
  private static final int MAX_RANK = 1024;

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.dynamic_reshape")
          .summary("the same elements under a shape that is computed")
          .description(
              """
              Reshapes x to the vector 'shape' by ONNX's rules: 0 copies the dimension of x at the \
              same place, one -1 is what is left. A constant shape is as good as nn.reshape.""")
          .example(
              """
              func.func @f(%x: tensor<?x4x4x8xf32>, %s: tensor<2xi64>) -> tensor<?x?xf32> {
                %y = nn.dynamic_reshape %x, %s : tensor<?x?xf32>
                return %y : tensor<?x?xf32>
              }""")
          .operand("x", NnTypes.MOVABLE)
          .operand("shape", NnTypes.SHAPE)
          .result("result", NnTypes.MOVABLE)
          .traits(Traits.PURE)
          .clause("the result has the elements of x", DynamicReshapeOp::elementType)
          .infer(input -> List.of(type(input)))
          .kernel(MovementKernels::dynamicReshape)
          .build();

  /** {@return a new operation, inserted} */
  public static DynamicReshapeOp create(
      OpBuilder builder, Location location, Value x, Value shape) {
    return new DynamicReshapeOp(
        builder.create(DEF, location, List.of(x, shape), DictionaryAttr.EMPTY));
  }

  /** {@return the elements} */
  public Value x() {
    return operation.operand(0);
  }

  /** {@return the dimensions, a vector of i64} */
  public Value shape() {
    return operation.operand(1);
  }

  // A constant shape decides all; else its length tells the rank.
  private static Type type(InferenceInput input) {
    if (input.operandTypes().size() != 2) {
      throw new InferenceException("expected 2 operands, but got " + input.operandTypes().size());
    }
    Optional<TensorType> x = input.tensor(0);
    Optional<TensorType> shape = input.tensor(1);
    Optional<Tensor> constant =
        input.constants().apply(1).filter(tensor -> tensor.kind() == ElementKind.I64);
    if (x.isPresent() && constant.isPresent()) {
      return TensorType.of(
          ReshapeShapes.onnx(x.get().shape(), constant.get().longs()), input.elementType(0));
    }
    if (shape.isPresent() && shape.get().rank() == 1 && !shape.get().shape().isDynamic(0)) {
      return TensorType.of(open(shape.get().shape().dim(0)), input.elementType(0));
    }
    return new UnrankedTensorType(input.elementType(0));
  }

  private static Shape open(long rank) {
    if (rank > MAX_RANK) {
      throw new InferenceException(
          "expected a shape of at most " + MAX_RANK + " dimensions, but got " + rank);
    }
    long[] dims = new long[(int) rank];
    Arrays.fill(dims, Shape.DYNAMIC);
    return Shape.of(dims);
  }

  private static Optional<String> elementType(Operation op) {
    Type expected = ((ShapedType) op.operand(0).type()).elementType();
    Type found = ((ShapedType) op.result().type()).elementType();
    return expected.equals(found)
        ? Optional.empty()
        : Optional.of("expected a result with elements of " + expected + ", but got " + found);
  }
}
