package org.qopt.passes.canonicalize;

import java.util.List;
import org.qopt.ir.diagnostic.NearMiss;
import org.qopt.passes.canonicalize.activation.ActivationPatterns;
import org.qopt.passes.canonicalize.arithmetic.ArithmeticPatterns;
import org.qopt.passes.canonicalize.call.CallPatterns;
import org.qopt.passes.canonicalize.cast.CastPatterns;
import org.qopt.passes.canonicalize.fuse.FusePatterns;
import org.qopt.passes.canonicalize.shape.ShapePatterns;
import org.qopt.rewrite.PatternSet;
import org.qopt.rewrite.RewritePattern;

/**
 * What {@code canonicalize} applies. Apart from the pass, which every start of a tool makes known,
 * so that the patterns are made only where the pass runs.
 */
public final class CanonicalizePatterns {
  /** The patterns of the dialects {@code nn}, {@code func} and {@code builtin}. */
  public static final PatternSet ALL =
      ShapePatterns.ALL
          .and(ArithmeticPatterns.ALL)
          .and(ActivationPatterns.ALL)
          .and(FusePatterns.ALL)
          .and(CallPatterns.ALL)
          .and(CastPatterns.ALL);

  private CanonicalizePatterns() {}

  /**
   * {@return those of {@code all} called so, or all if none is, without those that are {@code
   * disabled}}
   */
  static PatternSet named(PatternSet all, List<String> enabled, List<String> disabled) {
    if (enabled.isEmpty() && disabled.isEmpty()) {
      return all;
    }
    return all.filter(
        pattern ->
            !disabled.contains(pattern.name())
                && (enabled.isEmpty() || enabled.contains(pattern.name())));
  }

  /**
   * Checks that there are patterns of these names.
   *
   * @throws IllegalArgumentException if there is none of one name
   */
  static void requireNames(List<String> names) {
    List<String> known = ALL.patterns().stream().map(RewritePattern::name).sorted().toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "there is no pattern '%s'; %s"
                .formatted(
                    name,
                    NearMiss.of(name, known)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("there are: " + String.join(", ", known))));
      }
    }
  }
}
