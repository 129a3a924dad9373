package org.qopt.target.tpu.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class MultiplierProperties {
  @Property
  void mantissaIsNormalizedAndNearest(
      @ForAll @LongRange(min = 1L << 52, max = (1L << 53) - 1) long fraction,
      @ForAll @IntRange(min = -31, max = 30) int exponent) {
    double real = Math.scalb((double) fraction, exponent - 53);
    QuantizedMultiplier quantized = QuantizedMultiplier.of(real);
    assertTrue(quantized.multiplier() >= 1 << 30);
    assertTrue(Math.abs(quantized.real() - real) <= Math.scalb(0.5, exponent - 31));
  }

  @Property
  void exactMultiplierLosesNothing(
      @ForAll @LongRange(min = 0, max = 0x7FEFFFFFFFFFFFFFL) long bits) {
    double real = Double.longBitsToDouble(bits);
    assertEquals(real, ExactMultiplier.of(real).real());
  }
}
