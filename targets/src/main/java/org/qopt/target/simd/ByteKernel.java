package org.qopt.target.simd;

/** What an operation makes of the bytes of its input. Several threads may call it. */
@FunctionalInterface
public interface ByteKernel {
  /** {@return the result; the input is not changed} */
  byte[] execute(byte[] input);
}
