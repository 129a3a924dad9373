package org.qopt.passes.canonicalize.fuse;

import java.util.List;
import org.qopt.rewrite.PatternSet;

/** The patterns of this package. */
public final class FusePatterns {
  /** All of them. */
  public static final PatternSet ALL =
      PatternSet.of(
          List.of(
              new ExpandBatchNorm(),
              new FoldAddIntoBias(),
              new FoldAddIntoNextBias(),
              new FoldBatchNorm(),
              new FoldMulIntoFilter(),
              new FoldMulIntoNextFilter(),
              new FoldPad(),
              new FuseActivation(),
              new MatmulToFullyConnected()));

  private FusePatterns() {}
}
