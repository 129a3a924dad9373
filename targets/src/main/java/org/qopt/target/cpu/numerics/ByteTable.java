package org.qopt.target.cpu.numerics;

import java.util.function.DoubleUnaryOperator;

/** A function of one int8 value as a table of its 256 results. */
public final class ByteTable {
  private final byte[] results = new byte[256];

  /** Computes the results: from real to real, rounded to float32, then to the result's steps. */
  public ByteTable(Affine input, Affine result, DoubleUnaryOperator function) {
    for (int q = Byte.MIN_VALUE; q <= Byte.MAX_VALUE; q++) {
      float real = (float) function.applyAsDouble(input.real((byte) q));
      results[q - Byte.MIN_VALUE] = result.stored(real);
    }
  }

  /** {@return the results for each of the values} */
  public byte[] execute(byte[] values) {
    byte[] found = new byte[values.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = results[values[i] - Byte.MIN_VALUE];
    }
    return found;
  }
}
