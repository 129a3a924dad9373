package org.qopt.target.cpu.numerics;

/** From float32 to int8: to the nearest integer, of two the even one, cut to the range. */
final class Saturation {
  /** What the zero point and the values of a uint8 tensor are larger by. */
  static final int UNSIGNED = 128;

  private Saturation() {}

  /** {@return the byte for {@code real}, which is in steps; {@code zeroPoint} is added behind} */
  static byte round(float real, int zeroPoint) {
    if (Float.isNaN(real)) {
      return Byte.MIN_VALUE;
    }
    // Cut first: beyond 2^31 a float has no int.
    float cut =
        Math.min(Math.max(real, Byte.MIN_VALUE - zeroPoint), (float) (Byte.MAX_VALUE - zeroPoint));
    return (byte) ((int) Math.rint(cut) + zeroPoint);
  }

  /** {@return the byte for {@code real}, a value of uint8 that contains its zero point} */
  static byte roundUnsigned(float real) {
    float cut = Math.min(Math.max(real, 0), 255);
    return (byte) ((int) Math.rint(cut) - UNSIGNED);
  }
}
