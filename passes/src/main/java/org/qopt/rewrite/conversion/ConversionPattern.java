package org.qopt.rewrite.conversion;

import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A pattern for a {@link DialectConversion}: it sees its operands as they were converted, and may
 * replace results by values of other types.
 */
public interface ConversionPattern extends RewritePattern {
  /** {@return how operands are converted before the pattern sees them, if they are} */
  default Optional<TypeConverter> types() {
    return Optional.empty();
  }

  /**
   * {@return whether the pattern may be applied to what it has made itself, since that comes to an
   * end}
   */
  default boolean hasBoundedRecursion() {
    return false;
  }

  /**
   * Applies the pattern if it fits. What it changed before it says that it does not fit is taken
   * back.
   *
   * @param root an operation of one of the kinds; its own operands may have old types
   * @param operands its operands as converted
   * @param rewriter what every change goes through
   */
  PatternResult apply(Operation root, ConvertedOperands operands, ConversionRewriter rewriter);

  @Override
  default PatternResult apply(Operation root, Rewriter rewriter) {
    if (!(rewriter instanceof ConversionRewriter conversion)) {
      return PatternResult.noMatch("it applies in a dialect conversion only");
    }
    return switch (conversion.operands(types())) {
      case ConvertedOperands.Lookup.Found(ConvertedOperands operands) ->
          apply(root, operands, conversion);
      case ConvertedOperands.Lookup.Missing(String reason) -> PatternResult.noMatch(reason);
    };
  }
}
