package org.qopt.target.tpu.numerics;

/**
 * Turns int8 into the float32 numbers that they stand for: {@code scale * (q - zeroPoint)}.
 *
 * @param scale above 0
 * @param zeroPoint the value that stands for 0
 */
public record Dequantize(float scale, int zeroPoint) {
  /** {@return the number that a byte stands for} */
  public float apply(byte q) {
    return scale * (q - zeroPoint);
  }

  /** {@return the numbers that the bytes stand for} */
  public float[] execute(byte[] input) {
    float[] output = new float[input.length];
    for (int i = 0; i < input.length; i++) {
      output[i] = apply(input[i]);
    }
    return output;
  }
}
