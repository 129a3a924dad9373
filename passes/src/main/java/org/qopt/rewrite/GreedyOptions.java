package org.qopt.rewrite;

/**
 * How a {@link GreedyRewriter} goes about it.
 *
 * @param maxIterations after how many iterations to give up, or {@link #UNLIMITED}
 * @param maxRewrites how many patterns may change the program in one iteration, or {@link
 *     #UNLIMITED}
 * @param topDown whether operations are first looked at in the order of the program, or against it
 * @param regions what becomes of blocks
 * @param uniqueConstants whether equal constants become one, at the start of the region that is
 *     isolated from what is around it
 */
public record GreedyOptions(
    int maxIterations,
    long maxRewrites,
    boolean topDown,
    RegionSimplification regions,
    boolean uniqueConstants) {
  /** Stands for a number that is not limited. */
  public static final int UNLIMITED = -1;

  /** Ten iterations of any number of rewrites, top down; blocks and constants stay. */
  public static final GreedyOptions DEFAULT =
      new GreedyOptions(
          GreedyRewriter.DEFAULT_MAX_ITERATIONS,
          UNLIMITED,
          true,
          RegionSimplification.DISABLED,
          false);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative and not {@link #UNLIMITED}
   */
  public GreedyOptions {
    check("max-iterations", maxIterations);
    check("max-num-rewrites", maxRewrites);
  }

  private static void check(String name, long value) {
    if (value < UNLIMITED) {
      throw new IllegalArgumentException(
          "expected '%s' of at least 0, or -1 for no limit, but got %d".formatted(name, value));
    }
  }

  /** {@return the same with another number of iterations} */
  public GreedyOptions withMaxIterations(int iterations) {
    return new GreedyOptions(iterations, maxRewrites, topDown, regions, uniqueConstants);
  }

  boolean allowsIteration(int done) {
    return maxIterations == UNLIMITED || done < maxIterations;
  }

  boolean allowsRewrite(long done) {
    return maxRewrites == UNLIMITED || done < maxRewrites;
  }
}
