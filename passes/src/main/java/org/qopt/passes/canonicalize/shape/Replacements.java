package org.qopt.passes.canonicalize.shape;

import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.Rewriter;

/** What patterns that find an operation to do nothing have in common. */
final class Replacements {
  private Replacements() {}

  /** Replaces {@code root} by a value that equals its result, if their types agree exactly. */
  static PatternResult byEqual(Operation root, Value value, Rewriter rewriter) {
    if (!value.type().equals(root.result().type())) {
      return PatternResult.noMatch("more is known of one type than of the other");
    }
    rewriter.replace(root, value);
    return PatternResult.REWRITTEN;
  }
}
