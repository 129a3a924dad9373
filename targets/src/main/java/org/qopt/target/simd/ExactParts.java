package org.qopt.target.simd;

import com.google.common.primitives.ImmutableIntArray;

/**
 * Cuts sums of products into parts in which no partial sum, in whatever order, leaves the whole
 * numbers that floats hold exactly.
 */
final class ExactParts {
  private static final long LARGEST = 1L << 24;

  private ExactParts() {}

  /**
   * {@return where each part ends, the last one at {@code terms}}
   *
   * @param weights {@code terms} weights for each of {@code sums} sums, weight {@code t} of sum
   *     {@code s} at {@code s * terms + t}
   * @param largest the largest magnitude of what they are multiplied by, at most 2^16
   */
  static ImmutableIntArray ends(int[] weights, int sums, int terms, int largest) {
    ImmutableIntArray.Builder ends = ImmutableIntArray.builder();
    long[] bounds = new long[sums];
    for (int t = 0; t < terms; t++) {
      if (overflows(bounds, weights, terms, t, largest)) {
        ends.add(t);
        bounds = new long[sums];
        overflows(bounds, weights, terms, t, largest);
      }
    }
    return ends.add(terms).build();
  }

  private static boolean overflows(long[] bounds, int[] weights, int terms, int t, int largest) {
    boolean over = false;
    for (int s = 0; s < bounds.length; s++) {
      bounds[s] += (long) Math.abs(weights[s * terms + t]) * largest;
      over |= bounds[s] > LARGEST;
    }
    return over;
  }
}
