package org.qopt.target.tpu.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RoundTripProperties {
  /** 2^-100 and 2^100, as bits: every scale between them is an int between these. */
  private static final int LEAST = (127 - 100) << 23;

  private static final int LARGEST = (127 + 100) << 23;

  @Property
  void quantizingWhatWasDequantizedGivesEveryByteBack(
      @ForAll @IntRange(min = LEAST, max = LARGEST) int scaleBits,
      @ForAll @IntRange(min = -128, max = 127) int zeroPoint) {
    float scale = Float.intBitsToFloat(scaleBits);
    Dequantize dequantize = new Dequantize(scale, zeroPoint);
    QuantizeFloat quantize = new QuantizeFloat(scale, zeroPoint);
    for (int q = Byte.MIN_VALUE; q <= Byte.MAX_VALUE; q++) {
      assertEquals((byte) q, quantize.apply(dequantize.apply((byte) q)));
    }
  }

  @Property
  void requantizingToTheSameParametersChangesNothing(
      @ForAll @IntRange(min = LEAST, max = LARGEST) int scaleBits,
      @ForAll @IntRange(min = -128, max = 127) int zeroPoint,
      @ForAll byte q) {
    float scale = Float.intBitsToFloat(scaleBits);
    assertEquals(q, Requantize.of(scale, zeroPoint, scale, zeroPoint).apply(q));
  }
}
