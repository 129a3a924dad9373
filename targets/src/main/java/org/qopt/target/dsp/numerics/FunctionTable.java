package org.qopt.target.dsp.numerics;

import java.util.function.DoubleUnaryOperator;

/**
 * Makes tables of functions whose values are at most 1 in magnitude; 1 itself is exact. They are
 * the same on every machine.
 */
public final class FunctionTable {
  /** The exponent of all values. */
  public static final int EXPONENT = -14;

  /** The exponent of an input from -16 to 16: the logistic function is 1 beyond, to 23 bits. */
  private static final int SIGMOID_INPUT = -11;

  /** The exponent of an input from -8 to 8: tanh is 1 beyond, to 22 bits. */
  private static final int TANH_INPUT = -12;

  private FunctionTable() {}

  /** {@return the logistic function} */
  public static Interpolation sigmoid() {
    return of(x -> 1 / (1 + StrictMath.exp(-x)), SIGMOID_INPUT);
  }

  /** {@return the hyperbolic tangent} */
  public static Interpolation tanh() {
    return of(StrictMath::tanh, TANH_INPUT);
  }

  /** {@return {@code max(0, min(1, alpha * x + beta))}, over all x where it is between 0 and 1} */
  public static Interpolation hardSigmoid(float alpha, float beta) {
    double reach =
        alpha == 0 ? 1 : Math.max(Math.abs(beta / (double) alpha), Math.abs((1 - beta) / alpha));
    int exponent = Math.clamp((long) Math.getExponent(reach) + 1 - 15, -150, 250);
    return of(x -> Math.clamp(alpha * x + (double) beta, 0.0, 1.0), exponent);
  }

  private static Interpolation of(DoubleUnaryOperator function, int inputExponent) {
    int[] table = new int[Interpolation.ENTRIES];
    for (int i = 0; i < table.length; i++) {
      double x = Math.scalb((double) i - 256, inputExponent + Interpolation.FRACTION);
      table[i] = (int) Math.rint(Math.scalb(function.applyAsDouble(x), -EXPONENT));
    }
    return new Interpolation(table, inputExponent, EXPONENT);
  }
}
