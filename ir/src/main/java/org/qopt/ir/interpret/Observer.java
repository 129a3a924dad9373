package org.qopt.ir.interpret;

import org.qopt.ir.Value;
import org.qopt.ir.tensor.Tensor;

/** Is told what values a program computes. */
@FunctionalInterface
public interface Observer {
  /** Does nothing. */
  Observer NONE = (_, _) -> {};

  /**
   * Takes what {@code value} turned out to be: an argument, a constant or a result. In the order of
   * definition; within a function that is called, once for each call.
   */
  void observe(Value value, Tensor tensor);
}
