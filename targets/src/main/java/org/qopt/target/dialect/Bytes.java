package org.qopt.target.dialect;

import java.util.List;
import java.util.function.UnaryOperator;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/** Kernels over arrays of bytes as the interpreter calls them. */
public final class Bytes {
  private Bytes() {}

  /** {@return the kernel that computes the only result from the first operand's bytes} */
  public static Kernel unary(Operation operation, UnaryOperator<byte[]> function) {
    Shape shape = shape(operation.result());
    return operands -> List.of(Tensor.of(shape, function.apply(operands.getFirst().bytes())));
  }

  /** {@return the shape of a static tensor} */
  public static Shape shape(Value value) {
    return ((TensorType) value.type()).shape();
  }

  /** {@return what shape rules look at} */
  public static ShapeInput shapes(Operation operation) {
    return new ShapeInput(
        operation.operandTypes().stream().map(type -> ((TensorType) type).shape()).toList(),
        operation.allAttributes());
  }

  /** {@return the elements of operand {@code index}, which a clause says is a constant} */
  public static Tensor constant(Operation operation, int index) {
    return ConstantElements.of(operation.operand(index)).orElseThrow();
  }

  /** {@return the bias, zeros if there is none} */
  public static int[] bias(Operation operation, int channels) {
    return operation.operandCount() > 2 ? constant(operation, 2).ints() : new int[channels];
  }
}
