package org.qopt.passes.canonicalize;

import org.qopt.passes.canonicalize.activation.ActivationPatterns;
import org.qopt.passes.canonicalize.arithmetic.ArithmeticPatterns;
import org.qopt.passes.canonicalize.fuse.FusePatterns;
import org.qopt.passes.canonicalize.shape.ShapePatterns;
import org.qopt.rewrite.PatternSet;

/**
 * What {@code canonicalize} applies. Apart from the pass, which every start of a tool makes known,
 * so that the patterns are made only where the pass runs.
 */
public final class CanonicalizePatterns {
  /** The patterns of the dialect {@code nn}. */
  public static final PatternSet ALL =
      ShapePatterns.ALL
          .and(ArithmeticPatterns.ALL)
          .and(ActivationPatterns.ALL)
          .and(FusePatterns.ALL);

  private CanonicalizePatterns() {}
}
