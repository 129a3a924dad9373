package org.qopt.target.dsp.numerics;

import java.util.Arrays;
import org.qopt.dialect.bfp.BlockRounding;

/**
 * A sum of numbers of different exponents in one accumulator, whose exponent is the largest of
 * theirs less some guard bits: each number is shifted to it, to the left by the guard bits at most,
 * or to the right and rounded.
 */
final class AlignedSum {
  private final BlockRounding rounding;
  private final int guard;
  private long[] values = new long[16];
  private int[] exponents = new int[16];
  private int count;
  private int largestExponent;

  AlignedSum(BlockRounding rounding, int guard) {
    this.rounding = rounding;
    this.guard = guard;
    clear();
  }

  /** Begins a new sum. */
  void clear() {
    count = 0;
    largestExponent = Integer.MIN_VALUE;
  }

  /** Adds {@code value * 2^exponent}. */
  void add(long value, int exponent) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
      exponents = Arrays.copyOf(exponents, 2 * count);
    }
    values[count] = value;
    exponents[count++] = exponent;
    largestExponent = Math.max(largestExponent, exponent);
  }

  /** {@return the exponent of the accumulator; 0 for a sum of nothing} */
  int exponent() {
    return count == 0 ? 0 : largestExponent - guard;
  }

  /** {@return the accumulator} */
  long sum() {
    int exponent = exponent();
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += aligned(i, exponent);
    }
    return sum;
  }

  /** {@return the largest of the numbers, as the accumulator holds it; 0 if there is none} */
  long largest() {
    int exponent = exponent();
    long largest = count == 0 ? 0 : Long.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, aligned(i, exponent));
    }
    return largest;
  }

  /** {@return number {@code index}, counted from 0 in the order of addition, as it is summed} */
  long aligned(int index, int exponent) {
    return rounding.shiftRight(values[index], exponent - exponents[index]);
  }
}
