package org.qopt.target.cpu.numerics;

/**
 * The product of two values, as QLinearMul computes it: the product of the integers times {@code
 * scaleA * scaleB / scale}, plus the zero point, rounded once.
 */
public final class Product implements Elementwise {
  private final int zeroPointA;
  private final int zeroPointB;
  private final float ratio;
  private final float zeroPoint;

  /** Computes the ratio of the scales. */
  public Product(Affine a, Affine b, Affine result) {
    zeroPointA = a.zeroPoint();
    zeroPointB = b.zeroPoint();
    ratio = a.scale() * b.scale() / result.scale();
    zeroPoint = result.unsignedZeroPoint();
  }

  @Override
  public byte apply(byte a, byte b) {
    int product = (a - zeroPointA) * (b - zeroPointB);
    return Saturation.roundUnsigned(product * ratio + zeroPoint);
  }
}
