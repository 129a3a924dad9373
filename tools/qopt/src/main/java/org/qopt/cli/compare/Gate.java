package org.qopt.cli.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a candidate must reach at least.
 *
 * @param minSqnr SQNR of every output in decibels
 * @param minAgreement share of samples that get the same class
 * @param minTop1 share of samples that the candidate gets right
 */
public record Gate(
    Optional<Double> minSqnr, Optional<Double> minAgreement, Optional<Double> minTop1) {
  /** {@return how {@code result} falls short, one sentence each; empty if it does not} */
  public List<String> failures(ComparisonResult result) {
    List<String> failures = new ArrayList<>();
    minSqnr.ifPresent(
        least -> {
          for (ComparisonResult.Output output : result.outputs()) {
            double sqnr = output.error().sqnr().orElse(Double.POSITIVE_INFINITY);
            check(failures, "SQNR of \"" + output.name() + "\" in dB", sqnr, least);
          }
        });
    Classification classes = result.classification();
    minAgreement.ifPresent(least -> check(failures, "agreement", classes.agreement(), least));
    minTop1.ifPresent(
        least -> check(failures, "top-1", classes.candidateTop1().orElse(Double.NaN), least));
    return failures;
  }

  // A NaN falls short of everything.
  private static void check(List<String> failures, String what, double found, double least) {
    if (!(found >= least)) {
      failures.add(
          String.format(
              Locale.ROOT, "expected %s of at least %s, but got %.6g", what, least, found));
    }
  }
}
