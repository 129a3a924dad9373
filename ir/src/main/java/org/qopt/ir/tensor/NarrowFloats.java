package org.qopt.ir.tensor;

/**
 * Numbers as binary16 and bfloat16, given and taken as their 16 bits. What is rounded goes to the
 * nearest number in one step, halves to even, as in MLIR.
 */
public final class NarrowFloats {
  private NarrowFloats() {}

  /** {@return the bits of the binary16 number nearest to {@code value}} */
  public static short toFloat16(double value) {
    return Float.floatToFloat16(roundToOdd(value));
  }

  /** {@return the bits of the bfloat16 number nearest to {@code value}} */
  public static short toBfloat16(double value) {
    int bits = Float.floatToRawIntBits(roundToOdd(value));
    if (Double.isNaN(value)) {
      return (short) (bits >> 16 | 0x40);
    }
    return (short) (bits + 0x7FFF + (bits >> 16 & 1) >> 16);
  }

  /** {@return the bfloat16 number with these bits} */
  public static float fromBfloat16(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }

  // A float that a second rounding, to fewer bits, takes where the double would have gone.
  private static float roundToOdd(double value) {
    float nearest = (float) value;
    if (nearest == value || !Double.isFinite(value) || Float.isInfinite(nearest)) {
      return nearest;
    }
    float below = Math.abs(nearest) > Math.abs(value) ? towardsZero(nearest) : nearest;
    return Float.intBitsToFloat(Float.floatToRawIntBits(below) | 1);
  }

  private static float towardsZero(float value) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(value) - 1);
  }
}
