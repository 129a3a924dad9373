package org.qopt.rewrite;

import org.qopt.ir.Operation;

/** Is told what a {@link GreedyRewriter} does and why it does not do more. */
public interface RewriteListener {
  /** Hears nothing. */
  RewriteListener NONE = new RewriteListener() {};

  /** {@return a listener that tells this one and then {@code other}} */
  default RewriteListener and(RewriteListener other) {
    return new BothListeners(this, other);
  }

  /**
   * A pattern has changed the program.
   *
   * @param operation what it was applied to; it may have been erased
   */
  default void rewritten(String pattern, Operation operation) {}

  /** A pattern was tried in vain. */
  default void notMatched(String pattern, Operation operation, String reason) {}

  /** An operation was replaced by constants; it is erased right after. */
  default void folded(Operation operation) {}

  /** An unused operation is about to be erased. */
  default void erasedUnused(Operation operation) {}
}
