package org.qopt.target.tpu.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantizedMultiplierTest {
  @Test
  void exactMultiplierOfASubnormalNumberLosesNothing() {
    assertEquals(Double.MIN_VALUE, ExactMultiplier.of(Double.MIN_VALUE).real());
  }

  @Test
  void mantissaThatRoundsToOneMovesIntoTheExponent() {
    assertEquals(new QuantizedMultiplier(1 << 30, 1), QuantizedMultiplier.of(Math.nextDown(1.0)));
  }

  @Test
  void whatIsTooSmallIsZero() {
    assertEquals(new QuantizedMultiplier(1 << 30, -31), QuantizedMultiplier.of(0x1p-32));
    assertEquals(QuantizedMultiplier.ZERO, QuantizedMultiplier.of(Math.nextDown(0x1p-33)));
    assertEquals(QuantizedMultiplier.ZERO, QuantizedMultiplier.of(0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNoMultiplierIsRefused(double real) {
    assertThrows(IllegalArgumentException.class, () -> QuantizedMultiplier.of(real));
    assertThrows(IllegalArgumentException.class, () -> ExactMultiplier.of(real));
  }

  @Test
  void whatIsTooLargeIsRefused() {
    assertEquals(31, QuantizedMultiplier.of(Math.nextDown(0x1p31f)).shift());
    assertThrows(IllegalArgumentException.class, () -> QuantizedMultiplier.of(0x1p31));
    assertThrows(IllegalArgumentException.class, () -> new QuantizedMultiplier(-1, 0));
    assertThrows(IllegalArgumentException.class, () -> new QuantizedMultiplier(1, -32));
  }

  @Test
  void doubleAndSingleRoundingDiffer() {
    assertEquals(12, FixedPoint.multiplyDouble(7984, 1583594044, -9));
    assertEquals(11, FixedPoint.multiplySingle(7984, 1583594044, -9));
  }

  /** The exact product is 11.4991: the second of two roundings goes the other way. */
  @Test
  void roundsOnceOrTwice() {
    assertEquals(12, new QuantizedMultiplier(1583594044, -9).apply(7984));
    assertEquals(11, new QuantizedMultiplier(1583594044, -9, Rounding.SINGLE).apply(7984));
  }

  @Test
  void theLargestShiftIsCutWhereProductsAreRoundedOnce() {
    assertEquals(
        new QuantizedMultiplier(Integer.MAX_VALUE, 30, Rounding.SINGLE).apply(1),
        new QuantizedMultiplier(1 << 30, 31, Rounding.SINGLE).apply(1));
  }
}
