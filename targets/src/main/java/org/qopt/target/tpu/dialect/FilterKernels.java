package org.qopt.target.tpu.dialect;

import java.util.function.Supplier;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Scales;
import org.qopt.target.simd.ByteKernel;
import org.qopt.target.simd.Tiered;

/** The kernels of operations with a filter. */
final class FilterKernels {
  private FilterKernels() {}

  /**
   * {@return the kernel of {@code operation}}
   *
   * @param plain what it computes
   * @param hasFast whether {@code fast} computes the same faster
   */
  static Kernel of(
      Operation operation, ByteKernel plain, boolean hasFast, Supplier<ByteKernel> fast) {
    if (!hasFast) {
      return Bytes.unary(operation, plain::execute);
    }
    Tiered tiered = new Tiered(plain, fast, products(operation));
    return Bytes.unary(operation, tiered::execute);
  }

  /** Every weight meets the results of its own channel, which is the last dimension. */
  private static long products(Operation operation) {
    long weights = Scales.size(operation.operand(1).type());
    int[] result = Scales.dims(operation.result().type());
    return Scales.size(operation.result().type())
        * weights
        / Math.max(1, result[result.length - 1]);
  }
}
