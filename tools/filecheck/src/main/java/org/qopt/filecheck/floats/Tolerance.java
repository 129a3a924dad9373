package org.qopt.filecheck.floats;

import java.util.Optional;

/**
 * How far a number may be from what is expected; the wider of the two counts.
 *
 * @param absolute the distance that is allowed, not negative
 * @param relative the distance that is allowed as a part of the expected number, not negative
 */
public record Tolerance(double absolute, double relative) {
  /** {@return what is wrong with {@code found}, or nothing if it is near enough} */
  Optional<String> difference(double expected, double found) {
    // Equal ones first: the distance of two infinities is no number.
    if (Double.compare(expected, found) == 0 || expected == found) {
      return Optional.empty();
    }
    double distance = Math.abs(expected - found);
    double allowed = Math.max(absolute, relative * Math.abs(expected));
    // Of an infinity, any other number is infinitely far, however much is allowed.
    if (distance <= allowed && !Double.isInfinite(distance)) {
      return Optional.empty();
    }
    return Optional.of(
        "is "
            + found
            + ", off by "
            + (float) distance
            + " from "
            + expected
            + "; allowed is "
            + (float) allowed);
  }
}
