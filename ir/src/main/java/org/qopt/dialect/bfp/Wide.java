package org.qopt.dialect.bfp;

/**
 * Exact numbers {@code accumulators[i] * 2^exponents[i]}, before they are packed into mantissas.
 *
 * @param accumulators integers of a magnitude of at most 2^62
 * @param exponents one for each
 */
public record Wide(long[] accumulators, int[] exponents) {
  /** {@return room for {@code count} numbers, all 0} */
  public static Wide of(int count) {
    return new Wide(new long[count], new int[count]);
  }

  /** Sets a number. */
  public void set(int index, long accumulator, int exponent) {
    accumulators[index] = accumulator;
    exponents[index] = exponent;
  }

  /**
   * Sets a number to {@code value}, exactly. An infinite one counts as the largest of its sign, and
   * what is no number as 0.
   */
  public void set(int index, float value) {
    if (value == 0 || Float.isNaN(value)) {
      set(index, 0, 0);
      return;
    }
    float finite = Math.clamp(value, -Float.MAX_VALUE, Float.MAX_VALUE);
    int exponent = Math.max(Math.getExponent(finite), Float.MIN_EXPONENT) - 23;
    set(index, (long) Math.scalb((double) finite, -exponent), exponent);
  }
}
