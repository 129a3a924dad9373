package org.qopt.target.dsp.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.ShortRange;
import net.jqwik.api.constraints.Size;
import org.qopt.dialect.bfp.BlockRounding;
import org.qopt.dialect.bfp.Wide;

/** Tables and the softmax against the functions; the bounds stand in docs/targets/dsp.md. */
class FunctionProperties {
  private static double apply(Interpolation table, long mantissa, int exponent) {
    Wide result =
        table.execute(
            new Wide(new long[] {mantissa}, new int[] {exponent}), BlockRounding.HALF_EVEN);
    return Math.scalb((double) result.accumulators()[0], result.exponents()[0]);
  }

  private static void check(Interpolation table, DoubleUnaryOperator function, double bound) {
    for (int exponent = -24; exponent <= 8; exponent++) {
      for (int mantissa = Byte.MIN_VALUE; mantissa <= Byte.MAX_VALUE; mantissa++) {
        double x = Math.scalb((double) mantissa, exponent);
        double error = Math.abs(apply(table, mantissa, exponent) - function.applyAsDouble(x));
        assertTrue(error <= bound, x + ": " + error);
      }
    }
  }

  @Example
  void everyMantissaOf8BitsGivesTheLogisticFunction() {
    check(FunctionTable.sigmoid(), x -> 1 / (1 + Math.exp(-x)), 1.3e-4);
  }

  @Example
  void everyMantissaOf8BitsGivesTheHyperbolicTangent() {
    check(FunctionTable.tanh(), Math::tanh, 2.5e-4);
  }

  @Example
  void everyMantissaOf8BitsGivesTheGateOfHardSwish() {
    check(FunctionTable.hardSigmoid(1 / 6f, 0.5f), x -> Math.clamp(x / 6 + 0.5, 0.0, 1.0), 6.2e-5);
  }

  @Example
  void tablesHoldTheirEndsExactly() {
    assertEquals(0.5, apply(FunctionTable.sigmoid(), 0, 0));
    assertEquals(0, apply(FunctionTable.tanh(), 0, 0));
    assertEquals(1, apply(FunctionTable.sigmoid(), 127, 20));
    assertEquals(-1, apply(FunctionTable.tanh(), -127, 20));
    assertEquals(0, apply(FunctionTable.hardSigmoid(0.2f, 0.5f), -127, 20));
    assertEquals(0.25, apply(FunctionTable.hardSigmoid(0, 0.25f), -127, 20));
  }

  @Property(tries = 300)
  void hardSigmoidsOfAnySlopeAreOffAtTheirCornersOnly(
      @ForAll @FloatRange(min = -4, max = 4) float alpha,
      @ForAll @FloatRange(min = -2, max = 3) float beta,
      @ForAll @ShortRange short mantissa,
      @ForAll @IntRange(min = -20, max = -8) int exponent) {
    Interpolation table = FunctionTable.hardSigmoid(alpha, beta);
    double x = Math.scalb((double) mantissa, exponent);
    double exact = Math.clamp(alpha * x + (double) beta, 0.0, 1.0);
    // A line over a corner is off by a quarter of what the function changes along it.
    double line = Math.scalb(Math.abs((double) alpha), table.inputExponent() + 7);
    double step = Math.scalb(Math.abs((double) alpha), table.inputExponent());
    double error = Math.abs(apply(table, mantissa, exponent) - exact);
    assertTrue(error <= 6.2e-5 + step / 2 + Math.min(1, line) / 4, () -> x + ": " + error);
  }

  @Property(tries = 300)
  void softmaxIsOffByTheLastBitsOf20(
      @ForAll @Size(min = 1, max = 40) List<@ShortRange Short> row,
      @ForAll @IntRange(min = -16, max = -3) int exponent,
      @ForAll @FloatRange(min = 0.25f, max = 4) float beta) {
    double factor = beta / Math.log(2);
    int scale = Math.getExponent(factor) - 30;
    Softmax softmax = new Softmax((int) Math.round(Math.scalb(factor, -scale)), scale, 14);
    Wide input = Wide.of(row.size());
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < row.size(); i++) {
      // Every second number has another exponent.
      input.set(i, row.get(i), exponent - i % 2);
      largest = Math.max(largest, beta * Math.scalb((double) row.get(i), exponent - i % 2));
    }
    double sum = 0;
    double[] exact = new double[row.size()];
    for (int i = 0; i < exact.length; i++) {
      exact[i] = Math.exp(beta * Math.scalb((double) row.get(i), exponent - i % 2) - largest);
      sum += exact[i];
    }
    Wide found = softmax.execute(input, row.size(), BlockRounding.HALF_EVEN);
    for (int i = 0; i < exact.length; i++) {
      double p = Math.scalb((double) found.accumulators()[i], found.exponents()[i]);
      assertEquals(exact[i] / sum, p, 0x1p-19);
    }
  }
}
