/**
 * Patterns that are written as programs of the dialect {@code rewrite}.
 *
 * <p>{@link org.qopt.rewrite.data.PatternCompiler} checks what such a program says and makes
 * patterns of it, which the rewriters apply like any other. What a pattern requires or computes by
 * name is looked up in {@link org.qopt.rewrite.data.Natives}, where plugins add to it by a {@link
 * org.qopt.rewrite.data.PatternLibrary}.
 */
package org.qopt.rewrite.data;
