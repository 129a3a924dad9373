package org.qopt.pass;

import org.qopt.ir.Operation;

/**
 * A step that changes or checks a program. A pass is a record: its components are its options, and
 * the values of the instance that is registered are the defaults. It keeps no state of its own, so
 * that one instance may run on several operations at once.
 */
public interface Pass {
  /** {@return what the pass says about itself} */
  PassInfo info();

  /**
   * Runs on one operation, which is valid and fits the anchor, and leaves it valid. Only that
   * operation and what is nested in it may be looked at or changed: where several operations stand
   * side by side, others may be worked on at the same time. Errors go to {@code context} or are
   * thrown as {@link org.qopt.ir.diagnostic.InvalidInputException}; either way the pipeline ends.
   */
  void run(Operation operation, PassContext context);
}
