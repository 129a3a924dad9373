package org.qopt.target.dsp.canonicalize;

import java.util.List;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;
import org.qopt.target.dsp.dialect.DspTypes;

/**
 * A pattern over moves, where these leave mantissas as they are. With dynamic exponents numbers are
 * packed anew at each move, and what is packed twice may have been rounded twice.
 *
 * @param pattern the pattern
 */
record StaticMove(RewritePattern pattern) implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return pattern.roots();
  }

  @Override
  public String name() {
    return pattern.name();
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    return DspTypes.isStatic(root)
        ? pattern.apply(root, rewriter)
        : PatternResult.noMatch("the exponents are dynamic");
  }
}
