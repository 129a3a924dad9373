package org.qopt.quantize;

/** Rounding to integers as C's {@code round} does. */
public final class Rounding {
  private Rounding() {}

  /** {@return the integer nearest to {@code value}, of two the one away from zero; saturates} */
  public static long halfAway(double value) {
    double magnitude = Math.floor(Math.abs(value));
    // Adding 0.5 first would lift the largest double below 0.5 to 1.
    double rounded = Math.abs(value) - magnitude >= 0.5 ? magnitude + 1 : magnitude;
    return (long) Math.copySign(rounded, value);
  }
}
