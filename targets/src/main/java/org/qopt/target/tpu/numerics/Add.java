package org.qopt.target.tpu.numerics;

/**
 * The sum of two int8 tensors.
 *
 * @param scales the operands' and the result's parameters
 */
public record Add(ScaledSum scales) implements Binary {
  @Override
  public byte apply(byte first, byte second) {
    return scales.result(scales.scaledFirst(first) + scales.scaledSecond(second));
  }

  @Override
  public Combination prepared() {
    return scales.combination(1);
  }
}
