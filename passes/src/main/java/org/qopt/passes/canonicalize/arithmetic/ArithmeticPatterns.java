package org.qopt.passes.canonicalize.arithmetic;

import java.util.List;
import org.qopt.rewrite.PatternSet;

/** The patterns of this package. */
public final class ArithmeticPatterns {
  /** All of them. */
  public static final PatternSet ALL =
      PatternSet.of(List.of(new MoveConstantRight(), new RemoveAddOfZero(), new RemoveMulByOne()));

  private ArithmeticPatterns() {}
}
