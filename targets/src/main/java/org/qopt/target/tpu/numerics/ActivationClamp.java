package org.qopt.target.tpu.numerics;

/**
 * The interval that an int8 result is cut to.
 *
 * @param min the least byte, at least -128
 * @param max the largest byte, at most 127
 */
public record ActivationClamp(int min, int max) {
  /** Cuts to the range of int8 only. */
  public static final ActivationClamp FULL = new ActivationClamp(Byte.MIN_VALUE, Byte.MAX_VALUE);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if one is no int8; bounds in the wrong order are permitted,
   *     since an interval that lies outside of what int8 can hold gives such; the larger then wins
   */
  public ActivationClamp {
    if (min < Byte.MIN_VALUE
        || min > Byte.MAX_VALUE
        || max < Byte.MIN_VALUE
        || max > Byte.MAX_VALUE) {
      throw new IllegalArgumentException("not two int8 bounds: " + min + " and " + max);
    }
  }

  /** {@return the interval of an activation for a result with this scale and zero point} */
  public static ActivationClamp of(Activation activation, float scale, int zeroPoint) {
    return of(activation.min(), activation.max(), scale, zeroPoint);
  }

  /**
   * {@return the bytes that stand for real bounds}: zero point plus the float32 quotient by the
   * scale, rounded to nearest, halves away from zero, cut to int8
   *
   * @param min the least real value, or minus infinity
   * @param max the largest real value, or infinity
   */
  public static ActivationClamp of(float min, float max, float scale, int zeroPoint) {
    return new ActivationClamp(bound(min, scale, zeroPoint), bound(max, scale, zeroPoint));
  }

  private static int bound(float real, float scale, int zeroPoint) {
    double quotient = zeroPoint + HalfAway.round(real / scale);
    return (int) Math.clamp(quotient, Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  /** {@return {@code value}, cut to the interval} */
  public byte apply(int value) {
    return (byte) Math.min(Math.max(value, min), max);
  }
}
