package org.qopt.rewrite.data;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A pattern that was written as data.
 *
 * @param name its name
 * @param benefit how early it is tried
 * @param roots what it may apply to; none if it names operations that are not known
 * @param matcher finds out whether it applies
 * @param changes what it does then
 */
record DataPattern(
    String name, int benefit, ImmutableList<OpDef> roots, Matcher matcher, Changes changes)
    implements RewritePattern {

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Bindings bindings = matcher.bindings(root);
    Optional<String> refusal = matcher.match(bindings);
    return refusal.isPresent()
        ? PatternResult.noMatch(refusal.get())
        : changes.apply(root, bindings, rewriter);
  }
}
