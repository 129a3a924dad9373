package org.qopt.target.tpu.dialect;

import java.util.List;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.numerics.Binary;

/** Kernels of two operands as the interpreter calls them. */
final class Binaries {
  private Binaries() {}

  /** {@return the kernel that combines two operands element by element} */
  static Kernel kernel(Operation operation, Binary function) {
    Shape shape = Bytes.shape(operation.result());
    int[] lhs = Scales.dims(operation.operand(0).type());
    int[] rhs = Scales.dims(operation.operand(1).type());
    return operands ->
        List.of(
            Tensor.of(
                shape,
                function.execute(operands.get(0).bytes(), lhs, operands.get(1).bytes(), rhs)));
  }
}
