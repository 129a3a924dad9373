package org.qopt.target.tpu.numerics;

/**
 * The interval that an int8 or int16 result is cut to.
 *
 * @param min the least integer
 * @param max the largest integer
 */
public record ActivationClamp(int min, int max) {
  /** Cuts to the range of int16 only. */
  public static final ActivationClamp FULL16 =
      new ActivationClamp(Short.MIN_VALUE, Short.MAX_VALUE);

  /** Cuts to the range of int8 only. */
  public static final ActivationClamp FULL = new ActivationClamp(Byte.MIN_VALUE, Byte.MAX_VALUE);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if one is no int16; bounds in the wrong order are permitted,
   *     since an interval that lies outside of what can be held gives such; the larger then wins
   */
  public ActivationClamp {
    if (min != (short) min || max != (short) max) {
      throw new IllegalArgumentException("not two int16 bounds: " + min + " and " + max);
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
    return FULL.within(min, max, scale, zeroPoint);
  }

  /** {@return what of real bounds is in this interval, as integers} */
  public ActivationClamp within(float least, float largest, float scale, int zeroPoint) {
    return new ActivationClamp(bound(least, scale, zeroPoint), bound(largest, scale, zeroPoint));
  }

  private int bound(float real, float scale, int zeroPoint) {
    double quotient = zeroPoint + HalfAway.round(real / scale);
    return (int) Math.clamp(quotient, min, max);
  }

  /** {@return {@code value}, cut to the interval} */
  public int cut(int value) {
    return Math.min(Math.max(value, min), max);
  }

  /** {@return {@code value}, cut to the interval, which is one of int8} */
  public byte apply(int value) {
    return (byte) cut(value);
  }
}
