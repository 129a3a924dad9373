package org.qopt.target.tpu.numerics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A function of int16 as 513 of its results, between which lines are drawn. Entries are moved by
 * half of what the line misses in its middle. The results stand for -1 to 1.
 */
final class InterpolatedTable {
  private static final int STEPS = 512;
  private static final double RESULT_SCALE = 1 << 15;
  private static final int FRACTION_BITS = 7;

  private final short[] entries = new short[STEPS + 1];

  /** Tabulates a function from {@code min}, which is the least int16, to {@code max}. */
  InterpolatedTable(DoubleUnaryOperator function, double min, double max) {
    double step = (max - min) / STEPS;
    for (int i = 0; i < STEPS; i++) {
      double at = min + i * step;
      double here = away(function.applyAsDouble(at) * RESULT_SCALE);
      double next = function.applyAsDouble(min + (i + 1) * step) * RESULT_SCALE;
      double line = away((next + here) / 2);
      double middle = away(function.applyAsDouble(at + step / 2) * RESULT_SCALE);
      entries[i] = cut(here - away((line - middle) / 2));
    }
    entries[STEPS] = cut(away(function.applyAsDouble(max) * RESULT_SCALE));
  }

  /** {@return the results} */
  int[] entries() {
    int[] all = new int[entries.length];
    Arrays.setAll(all, i -> entries[i]);
    return all;
  }

  /** {@return the result for {@code x}, cut to int16 first} */
  int apply(int x) {
    int value = Math.clamp(x, Short.MIN_VALUE, Short.MAX_VALUE);
    int index = STEPS / 2 + (value >> FRACTION_BITS);
    int slope = entries[index + 1] - entries[index];
    int offset = value & ((1 << FRACTION_BITS) - 1);
    return entries[index] + ((slope * offset + (1 << (FRACTION_BITS - 1))) >> FRACTION_BITS);
  }

  private static double away(double x) {
    return Math.copySign(Math.floor(Math.abs(x) + 0.5), x);
  }

  private static short cut(double x) {
    return (short) Math.clamp(x, Short.MIN_VALUE, Short.MAX_VALUE);
  }
}
