package org.qopt.ir.interpret;

import java.util.List;
import org.qopt.ir.tensor.Tensor;

/**
 * Computes the results of one operation. It keeps no state between calls: several threads may call
 * it.
 */
@FunctionalInterface
public interface Kernel {
  /**
   * {@return the results, each of the storage kind and shape that its type says}
   *
   * @param operands the operands, in order; not to be written to
   */
  List<Tensor> run(List<Tensor> operands);
}
