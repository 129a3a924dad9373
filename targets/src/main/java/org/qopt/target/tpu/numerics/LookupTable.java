package org.qopt.target.tpu.numerics;

import java.util.Arrays;

/** A function of int8 that is stored as its 256 results. */
public final class LookupTable implements ByteFunction {
  private final byte[] entries;

  private LookupTable(byte[] entries) {
    this.entries = entries;
  }

  /**
   * {@return the table with these results, that for -128 first}
   *
   * @throws IllegalArgumentException if there are not 256
   */
  public static LookupTable of(byte[] entries) {
    if (entries.length != 256) {
      throw new IllegalArgumentException(entries.length + " entries, not 256");
    }
    return new LookupTable(entries.clone());
  }

  /**
   * {@return the table of a real function}, built in float32: the function of {@code inputScale *
   * (q - inputZeroPoint)}, times the reciprocal of the output scale, rounded to nearest, halves
   * away from zero, plus the output's zero point, cut to int8; -128 where the product is no int32
   */
  public static LookupTable of(
      FloatFunction function,
      float inputScale,
      int inputZeroPoint,
      float outputScale,
      int outputZeroPoint) {
    float inverse = 1 / outputScale;
    ByteFunction entry =
        q -> {
          float real = function.apply(inputScale * (q - inputZeroPoint));
          return HalfAway.toByte(HalfAway.round(real * inverse), outputZeroPoint);
        };
    return entry.table();
  }

  /** {@return the table of {@code 1 / (1 + exp(-x))}} */
  public static LookupTable logistic(
      float inputScale, int inputZeroPoint, float outputScale, int outputZeroPoint) {
    return of(FloatFunction.LOGISTIC, inputScale, inputZeroPoint, outputScale, outputZeroPoint);
  }

  /** {@return the table of the hyperbolic tangent} */
  public static LookupTable tanh(
      float inputScale, int inputZeroPoint, float outputScale, int outputZeroPoint) {
    return of(FloatFunction.TANH, inputScale, inputZeroPoint, outputScale, outputZeroPoint);
  }

  /** {@return the 256 results, that for -128 first} */
  public byte[] entries() {
    return entries.clone();
  }

  @Override
  public LookupTable table() {
    return this;
  }

  @Override
  public byte apply(byte q) {
    return entries[q - Byte.MIN_VALUE];
  }

  @Override
  public byte[] execute(byte[] input) {
    byte[] output = new byte[input.length];
    for (int i = 0; i < input.length; i++) {
      output[i] = entries[input[i] - Byte.MIN_VALUE];
    }
    return output;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LookupTable table && Arrays.equals(entries, table.entries);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(entries);
  }
}
