package org.qopt.passes.canonicalize.arithmetic;

import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.Operation;
import org.qopt.passes.match.Bounds;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.Rewriter;

/** Removes sums and products that leave their left operand as it is. */
final class NeutralOperand {
  private NeutralOperand() {}

  /** Replaces {@code root} by its left operand, or by its activation alone. */
  static PatternResult remove(Operation root, Rewriter rewriter) {
    if (!root.operand(0).type().equals(root.result().type())) {
      return PatternResult.noMatch("the right operand makes the result larger");
    }
    Activation activation = Activation.of(root);
    if (activation == Activation.NONE) {
      rewriter.replace(root, root.operand(0));
    } else {
      Bounds bounds = Bounds.of(activation);
      rewriter.replace(root, bounds.create(rewriter.builder(), root.location(), root.operand(0)));
    }
    return PatternResult.REWRITTEN;
  }
}
