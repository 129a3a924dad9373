package org.qopt.target.tpu.dialect;

import java.util.List;
import java.util.function.Function;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.InferenceInput;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.target.tpu.numerics.Binary;

/** Kernels over arrays of bytes as the interpreter calls them. */
final class Bytes {
  private Bytes() {}

  /** {@return the kernel that computes the only result from the first operand's bytes} */
  static Kernel unary(Operation operation, Function<byte[], byte[]> function) {
    Shape shape = shape(operation.result());
    return operands -> List.of(Tensor.of(shape, function.apply(operands.getFirst().bytes())));
  }

  /** {@return the kernel that combines two operands element by element} */
  static Kernel binary(Operation operation, Binary function) {
    Shape shape = shape(operation.result());
    int[] lhs = Scales.dims(operation.operand(0).type());
    int[] rhs = Scales.dims(operation.operand(1).type());
    return operands ->
        List.of(
            Tensor.of(
                shape,
                function.execute(operands.get(0).bytes(), lhs, operands.get(1).bytes(), rhs)));
  }

  /** {@return the shape of a static tensor} */
  static Shape shape(Value value) {
    return ((TensorType) value.type()).shape();
  }

  /** {@return the elements of operand {@code index}, which a clause says is a constant} */
  static Tensor constant(Operation operation, int index) {
    return InferenceInput.constant(operation.operand(index)).orElseThrow();
  }

  /** {@return the bias, zeros if there is none} */
  static int[] bias(Operation operation, int channels) {
    return operation.operandCount() > 2 ? constant(operation, 2).ints() : new int[channels];
  }
}
