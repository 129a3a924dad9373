package org.qopt.target.tpu.numerics;

/**
 * A non-negative finite double taken apart: {@code fraction * 2^exponent}.
 *
 * @param fraction 0, or at least one half and below one
 * @param exponent 0 when the fraction is 0
 */
record BinaryFraction(double fraction, int exponent) {
  static BinaryFraction of(double real) {
    if (!(real >= 0) || Double.isInfinite(real)) {
      throw new IllegalArgumentException("not a non-negative finite multiplier: " + real);
    }
    if (real == 0) {
      return new BinaryFraction(0, 0);
    }
    if (real < Double.MIN_NORMAL) {
      BinaryFraction scaled = of(real * 0x1p54);
      return new BinaryFraction(scaled.fraction, scaled.exponent - 54);
    }
    int exponent = Math.getExponent(real) + 1;
    return new BinaryFraction(Math.scalb(real, -exponent), exponent);
  }
}
