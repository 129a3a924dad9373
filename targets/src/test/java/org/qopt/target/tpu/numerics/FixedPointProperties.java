package org.qopt.target.tpu.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The multiplications, held against exact rational numbers. */
class FixedPointProperties {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** x * multiplier * 2^(shift - bits), exactly. */
  private static BigDecimal exact(long x, long multiplier, int exponent) {
    BigDecimal product =
        new BigDecimal(BigInteger.valueOf(x).multiply(BigInteger.valueOf(multiplier)));
    BigDecimal power = BigDecimal.TWO.pow(Math.abs(exponent));
    return exponent < 0 ? product.divide(power) : product.multiply(power);
  }

  /** To nearest, halves up. */
  private static BigInteger halfUp(BigDecimal x) {
    return x.add(HALF).setScale(0, RoundingMode.FLOOR).toBigIntegerExact();
  }

  private static void assertWithin(BigDecimal bound, BigDecimal exact, long actual) {
    BigDecimal error = exact.subtract(BigDecimal.valueOf(actual)).abs();
    assertTrue(error.compareTo(bound) <= 0, () -> actual + " is " + error + " from " + exact);
  }

  @Property(tries = 5000)
  void highProductIsNearestHalvesUp(@ForAll int a, @ForAll int b) {
    BigInteger expected = halfUp(exact(a, b, -31)).min(BigInteger.valueOf(Integer.MAX_VALUE));
    assertEquals(expected.intValueExact(), FixedPoint.doublingHighProduct(a, b));
  }

  @Property(tries = 5000)
  void divisionIsNearestHalvesAway(@ForAll int x, @ForAll @IntRange(max = 31) int exponent) {
    int expected = exact(x, 1, -exponent).setScale(0, RoundingMode.HALF_UP).intValueExact();
    assertEquals(expected, FixedPoint.dividePowerOfTwo(x, exponent));
  }

  @Property(tries = 5000)
  void doubleRoundingIsItsTwoSteps(
      @ForAll int x,
      @ForAll @IntRange(min = 1 << 30, max = Integer.MAX_VALUE) int multiplier,
      @ForAll @IntRange(min = -31, max = 0) int shift) {
    BigDecimal first = new BigDecimal(halfUp(exact(x, multiplier, -31)));
    BigDecimal second = first.divide(BigDecimal.TWO.pow(-shift));
    int expected = second.setScale(0, RoundingMode.HALF_UP).intValueExact();
    assertEquals(expected, FixedPoint.multiplyDouble(x, multiplier, shift));
  }

  /** Half a unit from the second rounding, and half a unit of the first, divided with it. */
  @Property(tries = 5000)
  void doubleRoundingErrs(
      @ForAll int x,
      @ForAll @IntRange(min = 1 << 30, max = Integer.MAX_VALUE) int multiplier,
      @ForAll @IntRange(min = -31, max = -1) int shift) {
    BigDecimal bound = HALF.add(HALF.divide(BigDecimal.TWO.pow(-shift)));
    int actual = FixedPoint.multiplyDouble(x, multiplier, shift);
    assertWithin(bound, exact(x, multiplier, shift - 31), actual);
  }

  @Property(tries = 2000)
  void doubleRoundingUpToTheRangeOfIntErrsByOneHalf(
      @ForAll @IntRange(min = -(1 << 20), max = 1 << 20) int x,
      @ForAll @IntRange(min = 1 << 30, max = Integer.MAX_VALUE) int multiplier,
      @ForAll @IntRange(max = 10) int shift) {
    int actual = FixedPoint.multiplyDouble(x, multiplier, shift);
    assertWithin(HALF, exact(x, multiplier, shift - 31), actual);
  }

  @Property(tries = 5000)
  void singleRoundingIsNearestHalvesUp(
      @ForAll int x,
      @ForAll @IntRange(min = 1 << 30, max = Integer.MAX_VALUE) int multiplier,
      @ForAll @IntRange(min = -31, max = 0) int shift) {
    int actual = FixedPoint.multiplySingle(x, multiplier, shift);
    assertEquals(halfUp(exact(x, multiplier, shift - 31)).intValueExact(), actual);
    assertWithin(HALF, exact(x, multiplier, shift - 31), actual);
  }

  /** Half a unit, and the 2^-15 that cutting the mantissa to 15 bits may cost the product. */
  @Property(tries = 5000)
  void wideErrs(
      @ForAll @LongRange(min = -(1L << 47) + 1, max = (1L << 47) - 1) long x,
      @ForAll @IntRange(min = 1 << 30, max = Integer.MAX_VALUE) int multiplier,
      @ForAll @IntRange(min = -31, max = -17) int shift) {
    BigDecimal exact = exact(x, multiplier, shift - 31);
    BigDecimal bound = HALF.add(exact.abs().divide(BigDecimal.valueOf(1 << 14)));
    assertWithin(bound, exact, FixedPoint.multiplyWide(x, multiplier, shift));
  }

  @Property(tries = 20_000)
  void nearestIsWhatDoubleGives(
      @ForAll int x,
      @ForAll @LongRange(min = 1L << 52, max = (1L << 53) - 1) long multiplier,
      @ForAll @IntRange(min = -120, max = 33) int shift) {
    double product = x * Math.scalb((double) multiplier, shift - 53);
    assertEquals(halfAway(product), FixedPoint.multiplyNearest(x, multiplier, shift));
  }

  /** Multipliers with few bits meet exact halves all the time. */
  @Property(tries = 20_000)
  void nearestIsWhatDoubleGivesAtTies(
      @ForAll @IntRange(min = -100_000, max = 100_000) int x,
      @ForAll @IntRange(min = 1, max = 4096) int numerator,
      @ForAll @IntRange(min = 1, max = 24) int shift) {
    double real = Math.scalb((double) numerator, -shift);
    assertEquals(halfAway(x * real), ExactMultiplier.of(real).apply(x));
  }

  /** Near ties: the quotient of an odd number and twice the accumulator is no double. */
  @Property(tries = 20_000)
  void nearestIsWhatDoubleGivesNearTies(
      @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int x,
      @ForAll @IntRange(min = 0, max = 1 << 20) int half) {
    double real = (half + 0.5) / x;
    assertEquals(halfAway(x * real), ExactMultiplier.of(real).apply(x));
    assertEquals(halfAway(-x * real), ExactMultiplier.of(real).apply(-x));
  }

  private static int halfAway(double x) {
    BigDecimal rounded = new BigDecimal(x).setScale(0, RoundingMode.HALF_UP);
    return (int) Math.clamp(rounded.doubleValue(), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }
}
