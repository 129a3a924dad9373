package org.qopt.target.tpu.numerics;

import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.qopt.target.simd.SumStage;

/**
 * {@link FixedPoint#multiplyDouble} for a vector of neighbouring channels. There are no products of
 * 64 bits among the vector instructions of many machines, so the factors are cut into halves of 16
 * bits.
 */
final class VectorRequantizer implements SumStage {
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int LOW = 0xffff;

  private final int[] multiplier;
  private final int[] leftShift;
  private final int[] rightShift;
  private final int zeroPoint;
  private final int min;
  private final int max;

  /**
   * Prepares what each channel is multiplied by.
   *
   * @param multipliers mantissas of 31 bits, not negative
   * @param shifts exponents from -31 to 31
   */
  VectorRequantizer(long[] multipliers, int[] shifts, int zeroPoint, int min, int max) {
    int padded = shifts.length + INTS.length();
    multiplier = Arrays.copyOf(Arrays.stream(multipliers).mapToInt(m -> (int) m).toArray(), padded);
    leftShift = Arrays.copyOf(Arrays.stream(shifts).map(s -> Math.max(s, 0)).toArray(), padded);
    rightShift = Arrays.copyOf(Arrays.stream(shifts).map(s -> Math.max(-s, 0)).toArray(), padded);
    this.zeroPoint = zeroPoint;
    this.min = min;
    this.max = max;
  }

  @Override
  public void store(int[] sums, int from, int channel, int count, byte[] output, int at) {
    for (int i = 0; i < count; i += INTS.length()) {
      IntVector x =
          IntVector.fromArray(INTS, sums, from + i)
              .lanewise(VectorOperators.LSHL, IntVector.fromArray(INTS, leftShift, channel + i));
      IntVector product = doublingHigh(x, IntVector.fromArray(INTS, multiplier, channel + i));
      IntVector divided = divide(product, IntVector.fromArray(INTS, rightShift, channel + i));
      divided.add(zeroPoint).max(min).min(max).intoArray(sums, from + i);
    }
    for (int i = 0; i < count; i++) {
      output[at + i] = (byte) sums[from + i];
    }
  }

  /** {@return {@code (x * m + 2^30) >> 31}, for m not below 0} */
  private static IntVector doublingHigh(IntVector x, IntVector m) {
    IntVector xHigh = x.lanewise(VectorOperators.ASHR, 16);
    IntVector xLow = x.and(LOW);
    IntVector mHigh = m.lanewise(VectorOperators.LSHR, 16);
    IntVector mLow = m.and(LOW);
    // x * m = (xHigh * mHigh) 2^32 + (xHigh * mLow + xLow * mHigh) 2^16 + xLow * mLow, and none of
    // the sums below leaves 32 bits.
    IntVector low = xLow.mul(mLow);
    IntVector first = xHigh.mul(mLow).add(low.lanewise(VectorOperators.LSHR, 16));
    IntVector second = xLow.mul(mHigh).add(first.and(LOW));
    IntVector high =
        xHigh
            .mul(mHigh)
            .add(first.lanewise(VectorOperators.ASHR, 16))
            .add(second.lanewise(VectorOperators.LSHR, 16));
    // Bits 30 and 31 of the product, rounded.
    IntVector carry =
        second.and(LOW).lanewise(VectorOperators.LSHR, 14).add(1).lanewise(VectorOperators.LSHR, 1);
    return high.add(high).add(carry);
  }

  /** {@return {@code x / 2^exponent} to nearest, halves away from zero} */
  private static IntVector divide(IntVector x, IntVector exponent) {
    IntVector mask = IntVector.broadcast(INTS, 1).lanewise(VectorOperators.LSHL, exponent).sub(1);
    IntVector threshold =
        mask.lanewise(VectorOperators.LSHR, 1).add(x.lanewise(VectorOperators.LSHR, 31));
    IntVector quotient = x.lanewise(VectorOperators.ASHR, exponent);
    return quotient.add(1, x.and(mask).compare(VectorOperators.GT, threshold));
  }
}
