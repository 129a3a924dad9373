package org.qopt.passes.analysis;

import org.qopt.ir.verify.Dominance;
import org.qopt.pass.AnalysisKind;

/** Which blocks are passed on every way to others. */
public final class DominanceAnalysis {
  /**
   * Preserved by what leaves blocks and branches as they are; operations that are none may come and
   * go.
   */
  public static final AnalysisKind<Dominance> KIND =
      AnalysisKind.of("DominanceInfo", (_, _) -> new Dominance());

  private DominanceAnalysis() {}
}
