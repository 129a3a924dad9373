package org.qopt.cli.compare;

import java.util.OptionalDouble;
import org.qopt.ir.tensor.Tensor;

/**
 * How far a tensor is from another, over any number of samples; the size in memory does not depend
 * on that number.
 */
public final class ErrorStatistics {
  private double signal;
  private double noise;
  private double candidateSignal;
  private double product;
  private double largest;
  private boolean exact = true;

  /**
   * Takes one sample.
   *
   * @param reference the true values
   * @param candidate as many values, to be held against them
   * @throws IllegalArgumentException if the numbers of elements differ
   */
  public void add(Tensor reference, Tensor candidate) {
    if (reference.size() != candidate.size()) {
      throw new IllegalArgumentException(
          "shapes " + reference.shape() + " and " + candidate.shape() + " differ");
    }
    for (long i = 0; i < reference.size(); i++) {
      double x = reference.real(i);
      double y = candidate.real(i);
      // Equal infinities have no difference, but no error either.
      double error = x == y ? 0 : Math.abs(x - y);
      signal += x * x;
      candidateSignal += y * y;
      product += x * y;
      noise += error * error;
      // Not Math.max alone: a NaN must not be taken for equality.
      exact &= x == y;
      largest = Math.max(largest, error);
    }
  }

  /**
   * {@return 10 log10(sum x² / sum (x - y)²) in decibels; empty when all values are equal, negative
   * infinity when the reference is all zeros and the candidate is not}
   */
  public OptionalDouble sqnr() {
    return noise == 0 ? OptionalDouble.empty() : OptionalDouble.of(10 * Math.log10(signal / noise));
  }

  /**
   * {@return the cosine of the angle between the two as vectors; 1 when all values are equal, 0
   * when only one of them is all zeros}
   */
  public double cosine() {
    if (exact) {
      // The quotient would be a little off for rounding.
      return 1;
    }
    double norms = Math.sqrt(signal) * Math.sqrt(candidateSignal);
    return norms == 0 ? 0 : product / norms;
  }

  /** {@return the largest absolute difference} */
  public double largestError() {
    return largest;
  }

  /** {@return whether every value was equal} */
  public boolean isExact() {
    return exact;
  }
}
