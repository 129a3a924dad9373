package org.qopt.target.dsp.dialect;

import java.math.BigInteger;
import java.util.Optional;

/** What accumulators hold: two's complement of 32 or 40 bits. */
public final class Accumulators {
  private Accumulators() {}

  /**
   * {@return the largest magnitude that an accumulator of {@code width} bits holds of both signs}
   */
  public static long largest(int width) {
    return (1L << (width - 1)) - 1;
  }

  /** {@return the most guard bits, up to {@code wanted}, below a sum of magnitude {@code bound}} */
  public static Optional<Integer> guard(long bound, int width, int wanted) {
    for (int guard = wanted; guard >= 0; guard--) {
      if (violation(bound, guard, width).isEmpty()) {
        return Optional.of(guard);
      }
    }
    return Optional.empty();
  }

  /** {@return in what way the sum does not fit, if it does not} */
  static Optional<String> violation(long bound, int guard, int width) {
    BigInteger sum = BigInteger.valueOf(bound).shiftLeft(guard);
    return sum.compareTo(BigInteger.valueOf(largest(width))) <= 0
        ? Optional.empty()
        : Optional.of(
            "expected sums of at most %d, which %d bits hold, but they may reach %s"
                .formatted(largest(width), width, sum));
  }
}
