package org.qopt.ir.interpret;

import org.qopt.ir.Operation;

/**
 * Makes the {@link Kernel} of an operation: once, before the program runs, so that what depends
 * only on attributes and constant operands is computed then.
 */
@FunctionalInterface
public interface KernelFactory {
  /** {@return what computes the results of {@code operation}, which has been verified} */
  Kernel prepare(Operation operation);
}
