package org.qopt.target.tpu.export;

import org.qopt.ir.Operation;

/** Writes operations of one kind. */
@FunctionalInterface
interface OpExport {
  /**
   * Adds operators to {@code graph} that compute the result of {@code operation}.
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if there are none; its location is the
   *     operation's
   */
  void export(Operation operation, ModelGraph graph);
}
