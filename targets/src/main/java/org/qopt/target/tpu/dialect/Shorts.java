package org.qopt.target.tpu.dialect;

import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.numerics.Broadcast;

/** Kernels over arrays of int16 as the interpreter calls them. */
final class Shorts {
  private Shorts() {}

  /** {@return whether the result of {@code operation} holds int16} */
  static boolean in(Operation operation) {
    return Scales.bits(operation.result().type()) == Short.SIZE;
  }

  /** {@return the kernel that computes the only result from the first operand's numbers} */
  static Kernel unary(Operation operation, UnaryOperator<short[]> function) {
    Shape shape = Bytes.shape(operation.result());
    return operands ->
        List.of(Tensor.of(ElementKind.I16, shape, function.apply(operands.getFirst().shorts())));
  }

  /** {@return the kernel that computes each number by itself} */
  static Kernel elementwise(Operation operation, IntUnaryOperator function) {
    return unary(
        operation,
        input -> {
          short[] output = new short[input.length];
          for (int i = 0; i < output.length; i++) {
            output[i] = (short) function.applyAsInt(input[i]);
          }
          return output;
        });
  }

  /** {@return the kernel that combines two operands number by number} */
  static Kernel binary(Operation operation, IntBinaryOperator function) {
    Shape shape = Bytes.shape(operation.result());
    int[] lhs = Scales.dims(operation.operand(0).type());
    int[] rhs = Scales.dims(operation.operand(1).type());
    return operands -> {
      short[] result =
          new Broadcast(lhs, rhs)
              .apply(function, operands.get(0).shorts(), operands.get(1).shorts());
      return List.of(Tensor.of(ElementKind.I16, shape, result));
    };
  }
}
