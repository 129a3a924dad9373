package org.qopt.passes.canonicalize.activation;

import java.util.List;
import org.qopt.rewrite.PatternSet;

/** The patterns of this package. */
public final class ActivationPatterns {
  /** All of them. */
  public static final PatternSet ALL =
      PatternSet.of(
          List.of(new FormHardSigmoid(), new FormHardSwish(), new MergeBounds(), new NameClamp()));

  private ActivationPatterns() {}
}
