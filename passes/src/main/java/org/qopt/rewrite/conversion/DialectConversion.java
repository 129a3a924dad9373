package org.qopt.rewrite.conversion;

import org.qopt.ir.Operation;
import org.qopt.rewrite.PatternSet;
import org.qopt.rewrite.RewriteListener;

/**
 * Brings a program to operations that a target calls legal.
 *
 * <p>Operations are looked at in the order of the program, each before what it holds. Of one that
 * is not legal patterns are tried, those of greatest benefit first, until one applies and all that
 * it makes or changes is legal or can be made so in turn. Where that fails everything is taken back
 * as if it had not been tried; and when an operation is left that may not stay, the whole
 * conversion.
 *
 * @param target what is legal
 * @param patterns what is tried; ordinary patterns and {@link ConversionPattern}s
 * @param mode what becomes of operations that cannot be made legal
 * @param listener is told what is tried, also of what is taken back later
 */
public record DialectConversion(
    ConversionTarget target, PatternSet patterns, ConversionMode mode, RewriteListener listener) {

  /** {@return a conversion that leaves what the target does not know} */
  public static DialectConversion partial(ConversionTarget target, PatternSet patterns) {
    return new DialectConversion(target, patterns, ConversionMode.PARTIAL, RewriteListener.NONE);
  }

  /** {@return a conversion that leaves only what is legal} */
  public static DialectConversion full(ConversionTarget target, PatternSet patterns) {
    return new DialectConversion(target, patterns, ConversionMode.FULL, RewriteListener.NONE);
  }

  /** {@return a conversion that only finds out what could be converted} */
  public static DialectConversion analysis(ConversionTarget target, PatternSet patterns) {
    return new DialectConversion(target, patterns, ConversionMode.ANALYSIS, RewriteListener.NONE);
  }

  /** {@return the same conversion with another listener} */
  public DialectConversion withListener(RewriteListener newListener) {
    return new DialectConversion(target, patterns, mode, newListener);
  }

  /** Converts all that {@code scope} holds; {@code scope} itself is left alone. */
  public ConversionOutcome convert(Operation scope) {
    return new ConversionRun(this).run(scope);
  }
}
