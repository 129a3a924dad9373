package org.qopt.dialect.bfp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.qopt.dialect.bfp.Sharing.PerBlock;
import org.qopt.dialect.bfp.Sharing.PerTensor;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** What numbers become, against exact decimal arithmetic and the published definition of MXINT8. */
class PackingProperties {
  private static BlockType type(
      int bits, Sharing sharing, BlockRounding rounding, Saturation saturation, ScaleChoice scale) {
    return new BlockType(bits, sharing, Exponents.DYNAMIC, rounding, saturation, scale);
  }

  private static final BlockType MXINT8 =
      type(8, new PerBlock(32), BlockRounding.HALF_EVEN, Saturation.SYMMETRIC, ScaleChoice.FLOOR);

  private static BigDecimal power(int exponent) {
    return exponent >= 0
        ? BigDecimal.TWO.pow(exponent)
        : BigDecimal.ONE.divide(BigDecimal.TWO.pow(-exponent));
  }

  private static long rounded(BigDecimal exact, BlockRounding rounding) {
    BigDecimal result =
        switch (rounding) {
          case HALF_EVEN -> exact.setScale(0, RoundingMode.HALF_EVEN);
          case HALF_UP -> exact.add(new BigDecimal("0.5")).setScale(0, RoundingMode.FLOOR);
          case TRUNCATE -> exact.setScale(0, RoundingMode.FLOOR);
        };
    return result.longValueExact();
  }

  @Property
  void aRightShiftIsTheExactQuotientRounded(
      @ForAll @LongRange(min = -(1L << 62), max = 1L << 62) long value,
      @ForAll @IntRange(min = 0, max = 70) int bits,
      @ForAll BlockRounding rounding) {
    long expected = rounded(new BigDecimal(value).multiply(power(-bits)), rounding);
    assertEquals(expected, rounding.shiftRight(value, bits));
  }

  @Property
  void aTieIsRoundedAsTheKindSays(
      @ForAll @LongRange(min = -1000, max = 1000) long below,
      @ForAll @IntRange(min = 1, max = 40) int bits,
      @ForAll BlockRounding rounding) {
    long tie = (below << bits) + (1L << (bits - 1));
    long expected = rounded(new BigDecimal(tie).multiply(power(-bits)), rounding);
    assertEquals(expected, rounding.shiftRight(tie, bits));
  }

  @Property
  void aLeftShiftSaturates(
      @ForAll @LongRange(min = -(1L << 62), max = 1L << 62) long value,
      @ForAll @IntRange(min = 0, max = 200) int bits) {
    BigDecimal exact = new BigDecimal(value).multiply(power(bits));
    BigDecimal limit = power(62);
    long expected = exact.min(limit).max(limit.negate()).longValueExact();
    assertEquals(expected, BlockRounding.HALF_EVEN.shiftRight(value, -bits));
  }

  @Property
  void aQuotientIsRoundedAsTheKindSays(
      @ForAll @LongRange(min = -100000, max = 100000) long value,
      @ForAll @IntRange(min = 1, max = 100) int count,
      @ForAll BlockRounding rounding) {
    // Twelve times the quotient decides: all that matters is on which side of a half it lies.
    double quotient = value / (double) count;
    double floor = Math.floor(quotient);
    boolean tie = 2 * Math.floorMod(value, (long) count) == count;
    long expected =
        (long)
            switch (rounding) {
              case TRUNCATE -> floor;
              case HALF_UP -> tie ? floor + 1 : Math.rint(quotient);
              case HALF_EVEN -> tie ? floor + Math.floorMod((long) floor, 2) : Math.rint(quotient);
            };
    assertEquals(expected, rounding.divide(value, count));
  }

  @Provide
  Arbitrary<List<Float>> blocks() {
    Arbitrary<Float> anyFloat =
        Arbitraries.integers().map(Float::intBitsToFloat).filter(Float::isFinite);
    Arbitrary<Float> near = Arbitraries.floats().between(-4, 4);
    return Arbitraries.oneOf(anyFloat, near, Arbitraries.of(0f, 1f, -2f, 1.99609375f, 0.99999994f))
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  /** The steps of the OCP specification (v1.0, 6.3), on real numbers. */
  @Property
  void mxint8IsTheConversionThatThePublishedFormatDescribes(@ForAll("blocks") List<Float> values) {
    float[] real = new float[values.size()];
    for (int i = 0; i < real.length; i++) {
      real[i] = values.get(i);
    }
    Tensor packed = new Packing(MXINT8, Shape.of(real.length)).pack(real);
    for (int start = 0; start < real.length; start += 32) {
      int end = Math.min(start + 32, real.length);
      double largest = 0;
      for (int i = start; i < end; i++) {
        largest = Math.max(largest, Math.abs((double) real[i]));
      }
      // The largest power of two in the block over that of the element type, which is 1; E8M0.
      int shared = largest == 0 ? -127 : Math.max(-127, Math.getExponent(largest));
      assertEquals(shared - 6, packed.exponents().orElseThrow().integer(start / 32));
      for (int i = start; i < end; i++) {
        // Elements are multiples of 2^-6, to nearest even, saturating at 1 63/64.
        double element = Math.rint(Math.scalb((double) real[i], -shared) * 64) / 64;
        double saturated = Math.clamp(element, -127.0 / 64, 127.0 / 64);
        assertEquals((long) (saturated * 64), packed.integer(i));
      }
    }
  }

  @Example
  void mxint8OfAWorkedBlock() {
    // 1.984375 is 127/64, the largest element; 3.99 rounds beyond it; 0.0078125 is half a step.
    Tensor packed =
        new Packing(MXINT8, Shape.of(6))
            .pack(new float[] {3.96875f, -3.99f, 1f, 0.015625f, 0.046875f, -0.5f});
    assertArrayEquals(new byte[] {127, -127, 32, 0, 2, -16}, packed.bytes());
    assertEquals(-5, packed.exponents().orElseThrow().integer(0));
  }

  @Property
  void noNumberIsOffByMoreThanHalfAStepUnlessItSaturates(
      @ForAll("blocks") List<Float> values,
      @ForAll @IntRange(min = 1, max = 40) int size,
      @ForAll ScaleChoice scale,
      @ForAll Saturation saturation) {
    BlockType type = type(16, new PerBlock(size), BlockRounding.HALF_UP, saturation, scale);
    float[] real = new float[values.size()];
    for (int i = 0; i < real.length; i++) {
      real[i] = values.get(i);
    }
    Tensor packed = new Packing(type, Shape.of(real.length)).pack(real);
    for (int i = 0; i < real.length; i++) {
      int exponent = (int) packed.exponents().orElseThrow().integer(i / size);
      BigDecimal exact = new BigDecimal(real[i]).multiply(power(-exponent));
      BigDecimal error = exact.subtract(new BigDecimal(packed.integer(i))).abs();
      // Only floor saturates, and by half a step more at most.
      BigDecimal bound = new BigDecimal(scale == ScaleChoice.FLOOR ? "1" : "0.5");
      assertTrue(error.compareTo(bound) <= 0, () -> exact + " " + scale);
      assertTrue(packed.integer(i) >= type.min() && packed.integer(i) <= type.max());
    }
  }

  @Property
  void packingWhatWasPackedChangesNothing(
      @ForAll("blocks") List<Float> values,
      @ForAll ScaleChoice scale,
      @ForAll BlockRounding rounding) {
    BlockType type = type(8, new PerBlock(8), rounding, Saturation.SYMMETRIC, scale);
    Shape shape = Shape.of(values.size());
    float[] real = new float[values.size()];
    for (int i = 0; i < real.length; i++) {
      real[i] = values.get(i);
    }
    Tensor once = new Packing(type, shape).pack(real);
    Tensor twice = new Packing(type, shape).pack(new Unpacking(type, shape).wide(once));
    if (scale == ScaleChoice.CEIL || rounding == BlockRounding.TRUNCATE) {
      // The largest mantissa may have been rounded to a power of two, whose exponent is smaller.
      assertArrayEquals(
          new Unpacking(type, shape).real(once).floats(),
          new Unpacking(type, shape).real(twice).floats());
    } else {
      assertEquals(once, twice);
    }
  }

  @Example
  void aTensorHasOneExponentAndAZeroTheLeast() {
    BlockType type =
        type(16, new PerTensor(), BlockRounding.HALF_EVEN, Saturation.FULL, ScaleChoice.NEAREST);
    Tensor packed = new Packing(type, Shape.of(3)).pack(new float[] {1, -2, 0.5f});
    assertArrayEquals(new short[] {8192, -16384, 4096}, packed.shorts());
    assertEquals(
        Tensor.of(Shape.of(), -13).integer(0), packed.exponents().orElseThrow().integer(0));
    Tensor zero = new Packing(type, Shape.of(2)).pack(new float[] {0, Float.NaN});
    assertEquals(-141, zero.exponents().orElseThrow().integer(0));
  }

  @Example
  void infinityCountsAsTheLargestNumber() {
    Tensor packed =
        new Packing(MXINT8, Shape.of(2))
            .pack(new float[] {Float.NEGATIVE_INFINITY, Float.MAX_VALUE / 2});
    assertArrayEquals(new byte[] {-127, 64}, packed.bytes());
    assertEquals(121, packed.exponents().orElseThrow().integer(0));
  }

  @Example
  void exponentsThatAreNotDecidedCannotBePackedWith() {
    BlockType undecided = MXINT8.sharedBy(new PerTensor()).with(Exponents.UNDECIDED);
    assertThrows(IllegalArgumentException.class, () -> new Packing(undecided, Shape.of(1)));
    assertThrows(IllegalArgumentException.class, () -> new Unpacking(undecided, Shape.of(1)));
  }

  @Property
  void theExponentOfARangeIsThatOfTheFormula(
      @ForAll @IntRange(min = -100, max = 100) int log,
      @ForAll @IntRange(min = 0, max = (1 << 23) - 1) int fraction) {
    float largest = Math.scalb(1 + fraction * 0x1p-23f, log);
    BlockType type =
        type(16, new PerTensor(), BlockRounding.HALF_UP, Saturation.SYMMETRIC, ScaleChoice.FLOOR)
            .with(Exponents.UNDECIDED);
    BlockType decided = Packing.decide(type, Tensor.of(Shape.of(2), -largest, largest / 3));
    assertEquals(
        (int) Math.floor(Math.log(largest) / Math.log(2) + 1e-9) + 1 - 15, decided.exponent());
  }
}
