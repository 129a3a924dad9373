package org.qopt.target.dsp.legalize;

import org.qopt.dialect.bfp.BlockRounding;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Wide;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.target.dsp.dialect.DspAttributes;
import org.qopt.target.dsp.numerics.ClampBounds;

/**
 * An interval of real numbers as mantissas: of the exponent of the result where that is known, and
 * then an end that saturation keeps anyway is none; else of an exponent that leaves the larger end
 * 22 bits, or fewer if they are enough for both.
 *
 * @param bounds the interval
 */
record Clamping(ClampBounds bounds) {
  private static final int BITS = 22;

  static Clamping of(float min, float max, BlockType result) {
    return new Clamping(result.isDynamic() ? dynamic(min, max) : known(min, max, result));
  }

  private static ClampBounds known(float min, float max, BlockType type) {
    int exponent = type.exponent();
    long low =
        min == Float.NEGATIVE_INFINITY ? type.min() : rounded(min, exponent, type.rounding());
    long high =
        max == Float.POSITIVE_INFINITY ? type.max() : rounded(max, exponent, type.rounding());
    return bounds(
        low <= type.min() ? Integer.MIN_VALUE : Math.min(low, type.max()),
        high >= type.max() ? Integer.MAX_VALUE : Math.max(high, type.min()),
        exponent);
  }

  private static ClampBounds dynamic(float min, float max) {
    float largest =
        Math.max(
            Float.isInfinite(min) ? 0 : Math.abs(min), Float.isInfinite(max) ? 0 : Math.abs(max));
    int exponent = largest == 0 ? 0 : Math.getExponent(largest) - (BITS - 1);
    long low = Float.isInfinite(min) ? 0 : rounded(min, exponent, BlockRounding.HALF_EVEN);
    long high = Float.isInfinite(max) ? 0 : rounded(max, exponent, BlockRounding.HALF_EVEN);
    int spare = Long.numberOfTrailingZeros(low | high | 1L << BITS);
    return bounds(
        Float.isInfinite(min) ? Integer.MIN_VALUE : low >> spare,
        Float.isInfinite(max) ? Integer.MAX_VALUE : high >> spare,
        largest == 0 ? 0 : exponent + spare);
  }

  private static ClampBounds bounds(long min, long max, int exponent) {
    boolean unbounded = min == Integer.MIN_VALUE && max == Integer.MAX_VALUE;
    return new ClampBounds((int) min, (int) max, unbounded ? 0 : exponent);
  }

  private static long rounded(float value, int exponent, BlockRounding rounding) {
    Wide wide = Wide.of(1);
    wide.set(0, value);
    return rounding.shiftRight(wide.accumulators()[0], exponent - wide.exponents()[0]);
  }

  DspOps set(DspOps op) {
    return op.set(DspAttributes.CLAMP, DenseIntArrayAttr.i32(bounds.min(), bounds.max()))
        .set(DspAttributes.CLAMP_EXPONENT, bounds.exponent());
  }
}
