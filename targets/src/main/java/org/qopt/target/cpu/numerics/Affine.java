package org.qopt.target.cpu.numerics;

/**
 * What the bytes of an int8 tensor mean.
 *
 * @param scale the step between neighbours, positive
 * @param zeroPoint the byte that stands for 0
 */
public record Affine(float scale, int zeroPoint) {
  /** {@return the real number that {@code q} stands for, as DequantizeLinear computes it} */
  public float real(byte q) {
    return (q - zeroPoint) * scale;
  }

  /** {@return the byte nearest to {@code real}, as QuantizeLinear computes it} */
  public byte stored(float real) {
    return Saturation.round(real / scale, zeroPoint);
  }

  /** {@return the zero point of the same tensor as uint8} */
  int unsignedZeroPoint() {
    return zeroPoint + Saturation.UNSIGNED;
  }
}
