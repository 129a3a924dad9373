/**
 * Conversion of programs to other dialects and types, driven by what is legal.
 *
 * <p>A {@link org.qopt.rewrite.conversion.ConversionTarget} says which operations are legal. A
 * {@link org.qopt.rewrite.conversion.DialectConversion} brings those that are not to legal ones by
 * the patterns of a {@link org.qopt.rewrite.PatternSet}; a pattern may lead to operations that
 * other patterns make legal in turn. Patterns that are {@link
 * org.qopt.rewrite.conversion.ConversionPattern}s see their operands as converted by a {@link
 * org.qopt.rewrite.conversion.TypeConverter}. What does not lead to something legal is taken back,
 * to the letter, and a {@link org.qopt.rewrite.conversion.Refusal} tells what was tried and why it
 * did not do.
 */
package org.qopt.rewrite.conversion;
