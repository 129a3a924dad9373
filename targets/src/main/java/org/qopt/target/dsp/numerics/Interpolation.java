package org.qopt.target.dsp.numerics;

import org.qopt.dialect.bfp.BlockRounding;
import org.qopt.dialect.bfp.Wide;

/**
 * A function of one variable as a table of 513 of its values, between which it is a line. The input
 * is rounded to 16 bits of exponent {@code inputExponent} and saturated; its upper 9 bits choose
 * the line, its lower 7 bits the point on it.
 *
 * @param table the values, of exponent {@code tableExponent}: entry i is that of {@code (i - 256) *
 *     2^(inputExponent + 7)}
 * @param inputExponent the exponent of the input
 * @param tableExponent the exponent of the values
 */
public record Interpolation(int[] table, int inputExponent, int tableExponent) {
  /** The number of values. */
  public static final int ENTRIES = 513;

  /** The number of bits of the input that choose a point between two values. */
  public static final int FRACTION = 7;

  /** Checks the size of the table. */
  public Interpolation {
    if (table.length != ENTRIES) {
      throw new IllegalArgumentException(table.length + " values, not " + ENTRIES);
    }
  }

  /** {@return the exponent of what is computed} */
  public int exponent() {
    return tableExponent - FRACTION;
  }

  /** {@return the values for {@code input}} */
  public Wide execute(Wide input, BlockRounding rounding) {
    Wide result = Wide.of(input.accumulators().length);
    for (int i = 0; i < input.accumulators().length; i++) {
      long x = rounding.shiftRight(input.accumulators()[i], inputExponent - input.exponents()[i]);
      result.set(i, apply(Math.clamp(x, Short.MIN_VALUE, Short.MAX_VALUE)), exponent());
    }
    return result;
  }

  /** {@return the value for {@code x}, of 16 bits} */
  long apply(int x) {
    int offset = x - Short.MIN_VALUE;
    int entry = offset >> FRACTION;
    int fraction = offset & ((1 << FRACTION) - 1);
    return ((long) table[entry] << FRACTION) + (long) (table[entry + 1] - table[entry]) * fraction;
  }
}
