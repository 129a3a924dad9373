package org.qopt.rewrite;

import org.qopt.ir.Operation;

/**
 * Tells two listeners.
 *
 * @param first is told first
 * @param second is told after it
 */
record BothListeners(RewriteListener first, RewriteListener second) implements RewriteListener {
  @Override
  public void rewritten(String pattern, Operation operation) {
    first.rewritten(pattern, operation);
    second.rewritten(pattern, operation);
  }

  @Override
  public void notMatched(String pattern, Operation operation, String reason) {
    first.notMatched(pattern, operation, reason);
    second.notMatched(pattern, operation, reason);
  }

  @Override
  public void folded(Operation operation) {
    first.folded(operation);
    second.folded(operation);
  }

  @Override
  public void erasedUnused(Operation operation) {
    first.erasedUnused(operation);
    second.erasedUnused(operation);
  }
}
