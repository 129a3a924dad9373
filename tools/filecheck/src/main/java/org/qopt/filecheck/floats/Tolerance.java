package org.qopt.filecheck.floats;

import java.util.Optional;

/**
 * How far a number may be from what is expected; the wider of the two counts.
 *
 * @param absolute the distance that is allowed, not negative
 * @param relative the distance that is allowed as a part of the expected number, not negative
 */
public record Tolerance(double absolute, double relative) {
  /** {@return whether {@code found} is near enough} */
  boolean allows(double expected, double found) {
    // Equal ones first: the distance of two infinities is no number.
    if (Double.compare(expected, found) == 0 || expected == found) {
      return true;
    }
    double distance = Math.abs(expected - found);
    // Of an infinity, any other number is infinitely far, however much is allowed.
    return distance <= allowed(expected) && !Double.isInfinite(distance);
  }

  private double allowed(double expected) {
    return Math.max(absolute, relative * Math.abs(expected));
  }

  /** {@return what is wrong with {@code found}, or nothing if it is near enough} */
  Optional<String> difference(double expected, double found) {
    if (allows(expected, found)) {
      return Optional.empty();
    }
    return Optional.of(
        "is "
            + found
            + ", off by "
            + (float) Math.abs(expected - found)
            + " from "
            + expected
            + "; allowed is "
            + (float) allowed(expected));
  }
}
