package org.qopt.target.cpu.numerics;

/**
 * The sum of two values, as QLinearAdd computes it with fused multiply-adds: {@code a * ratioA + (b
 * * ratioB + offset)}, where the zero points are in the offset, rounded once. What is repeated is
 * added to the offset first, and its product is rounded.
 */
public final class Sum implements Elementwise {
  /** Which operand is repeated. */
  public enum Repeated {
    /** None, or both. */
    NEITHER,
    /** The first. */
    FIRST,
    /** The second. */
    SECOND
  }

  private final float ratioA;
  private final float ratioB;
  private final float offset;
  private final Repeated repeated;

  /** Computes the ratios of the scales to that of the result. */
  public Sum(Affine a, Affine b, Affine result, Repeated repeated) {
    this.ratioA = a.scale() / result.scale();
    this.ratioB = b.scale() / result.scale();
    this.offset =
        result.unsignedZeroPoint()
            - Math.fma(ratioA, a.unsignedZeroPoint(), ratioB * b.unsignedZeroPoint());
    this.repeated = repeated;
  }

  @Override
  public byte apply(byte a, byte b) {
    float first = a + Saturation.UNSIGNED;
    float second = b + Saturation.UNSIGNED;
    return Saturation.roundUnsigned(
        switch (repeated) {
          case NEITHER -> Math.fma(first, ratioA, Math.fma(second, ratioB, offset));
          case FIRST -> Math.fma(second, ratioB, offset + first * ratioA);
          case SECOND -> Math.fma(first, ratioA, offset + second * ratioB);
        });
  }
}
