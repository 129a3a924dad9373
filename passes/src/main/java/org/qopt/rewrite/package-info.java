/**
 * Rewriting of programs by local patterns.
 *
 * <p>A {@link org.qopt.rewrite.RewritePattern} looks at one operation and either changes the
 * program through a {@link org.qopt.rewrite.Rewriter} or says why it does not apply. A {@link
 * org.qopt.rewrite.GreedyRewriter} applies a {@link org.qopt.rewrite.PatternSet} until nothing
 * changes any more, and meanwhile computes what is constant and removes what is unused.
 */
package org.qopt.rewrite;
