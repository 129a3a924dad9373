package org.qopt.target.tpu.numerics;

/** An operation that turns every int8 value into another by itself. */
@FunctionalInterface
public interface ByteFunction {
  /** {@return the result for one value} */
  byte apply(byte q);

  /** {@return the results for all 256 values} */
  default LookupTable table() {
    byte[] entries = new byte[256];
    for (int q = Byte.MIN_VALUE; q <= Byte.MAX_VALUE; q++) {
      entries[q - Byte.MIN_VALUE] = apply((byte) q);
    }
    return LookupTable.of(entries);
  }

  /** {@return the results for each of the values} */
  default byte[] execute(byte[] input) {
    return table().execute(input);
  }
}
