package org.qopt.target.tpu.numerics;

/**
 * Turns float32 numbers into int8: the float32 quotient by the scale to nearest, halves away from
 * zero, plus the zero point, cut to int8. A quotient that is no int32, an infinity or NaN gives
 * -128.
 *
 * @param scale above 0
 * @param zeroPoint the result that stands for 0
 */
public record QuantizeFloat(float scale, int zeroPoint) {
  /** {@return the byte that stands for a number} */
  public byte apply(float real) {
    return HalfAway.toByte(HalfAway.round(real / scale), zeroPoint);
  }

  /** {@return the bytes that stand for the numbers} */
  public byte[] execute(float[] input) {
    byte[] output = new byte[input.length];
    for (int i = 0; i < input.length; i++) {
      output[i] = apply(input[i]);
    }
    return output;
  }
}
