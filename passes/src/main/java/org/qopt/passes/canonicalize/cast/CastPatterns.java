package org.qopt.passes.canonicalize.cast;

import java.util.List;
import org.qopt.rewrite.PatternSet;

/** The patterns of this package. */
public final class CastPatterns {
  /** All of them. */
  public static final PatternSet ALL =
      PatternSet.of(List.of(new RemoveConversionCastBack(), new RemoveConversionCastToSame()));

  private CastPatterns() {}
}
