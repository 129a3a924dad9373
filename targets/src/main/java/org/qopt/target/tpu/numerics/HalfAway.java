package org.qopt.target.tpu.numerics;

/** Rounding of float32 numbers to nearest, halves away from zero. */
final class HalfAway {
  private HalfAway() {}

  /** {@return the nearest integer; infinities and NaN as they are} */
  static double round(float x) {
    // In double the addition of one half is exact wherever the float has a fraction.
    return Math.copySign(Math.floor(Math.abs((double) x) + 0.5), x);
  }

  /**
   * {@return {@code rounded + zeroPoint} cut to int8, and -128 when {@code rounded} is no int32}:
   * what the conversion to int32 of the x86-64 processor leaves then
   */
  static byte toByte(double rounded, int zeroPoint) {
    if (!(rounded >= Integer.MIN_VALUE && rounded <= Integer.MAX_VALUE)) {
      return Byte.MIN_VALUE;
    }
    return (byte) Math.clamp((long) rounded + zeroPoint, Byte.MIN_VALUE, Byte.MAX_VALUE);
  }
}
