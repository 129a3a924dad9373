package org.qopt.quantize;

/**
 * The least and the largest number that a value takes.
 *
 * @param min the least
 * @param max the largest
 */
public record ValueRange(float min, float max) {
  /**
   * Checks the ends.
   *
   * @throws IllegalArgumentException if one is not finite or they are in the wrong order
   */
  public ValueRange {
    if (!Float.isFinite(min) || !Float.isFinite(max) || min > max) {
      throw new IllegalArgumentException(
          "not a range of finite numbers: [" + min + ", " + max + "]");
    }
  }

  /** {@return the least range that contains this one and the other} */
  public ValueRange union(ValueRange other) {
    return new ValueRange(Math.min(min, other.min), Math.max(max, other.max));
  }

  /** {@return the least range that contains this one and zero} */
  public ValueRange withZero() {
    return new ValueRange(Math.min(min, 0), Math.max(max, 0));
  }

  @Override
  public String toString() {
    return "[" + min + ", " + max + "]";
  }
}
