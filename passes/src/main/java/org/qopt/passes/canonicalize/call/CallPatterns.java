package org.qopt.passes.canonicalize.call;

import java.util.List;
import org.qopt.rewrite.PatternSet;

/** The patterns of this package. */
public final class CallPatterns {
  /** All of them. */
  public static final PatternSet ALL = PatternSet.of(List.of(new CallKnownFunction()));

  private CallPatterns() {}
}
