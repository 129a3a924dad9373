package org.qopt.target.tpu.numerics;

/**
 * The difference of two int8 tensors, the first less the second.
 *
 * @param scales the operands' and the result's parameters
 */
public record Sub(ScaledSum scales) implements Binary {
  @Override
  public byte apply(byte first, byte second) {
    return scales.result(scales.scaledFirst(first) - scales.scaledSecond(second));
  }

  @Override
  public Combination prepared() {
    return scales.combination(-1);
  }
}
