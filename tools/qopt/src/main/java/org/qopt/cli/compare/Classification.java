package org.qopt.cli.compare;

import java.util.OptionalDouble;
import org.qopt.ir.tensor.Tensor;

/** Counts how often two classifiers choose the same class, and how often each is right. */
public final class Classification {
  private final boolean labelled;
  private long samples;
  private long agreeing;
  private long referenceRight;
  private long candidateRight;

  /** A count that expects a label with each sample, or none. */
  public Classification(boolean labelled) {
    this.labelled = labelled;
  }

  /**
   * Takes one sample.
   *
   * @param reference the class that the reference chooses
   * @param candidate the class that the candidate chooses
   * @param label the right class; not looked at when there are no labels
   */
  public void add(long reference, long candidate, long label) {
    samples++;
    agreeing += reference == candidate ? 1 : 0;
    referenceRight += reference == label ? 1 : 0;
    candidateRight += candidate == label ? 1 : 0;
  }

  /**
   * {@return the class that has the largest of {@code count} scores, the lowest among equals}
   *
   * @param from the index of the score of class 0, in row-major order
   */
  public static long best(Tensor scores, long from, long count) {
    long best = 0;
    for (long i = 1; i < count; i++) {
      if (scores.real(from + i) > scores.real(from + best)) {
        best = i;
      }
    }
    return best;
  }

  /** {@return the number of samples taken} */
  public long samples() {
    return samples;
  }

  /** {@return the share of samples on which both choose the same class; 1 without samples} */
  public double agreement() {
    return share(agreeing);
  }

  /** {@return the share of samples on which the reference is right, if there are labels} */
  public OptionalDouble referenceTop1() {
    return labelled ? OptionalDouble.of(share(referenceRight)) : OptionalDouble.empty();
  }

  /** {@return the share of samples on which the candidate is right, if there are labels} */
  public OptionalDouble candidateTop1() {
    return labelled ? OptionalDouble.of(share(candidateRight)) : OptionalDouble.empty();
  }

  private double share(long count) {
    return samples == 0 ? 1 : (double) count / samples;
  }
}
