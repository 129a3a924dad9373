package org.qopt.rewrite;

/** How much a {@link GreedyRewriter} tidies the blocks of regions between two iterations. */
public enum RegionSimplification {
  /** Blocks stay as they are. */
  DISABLED,
  /** Blocks that cannot be reached go. */
  NORMAL,
  /** Of several blocks that do the same, one stays, too. */
  AGGRESSIVE
}
