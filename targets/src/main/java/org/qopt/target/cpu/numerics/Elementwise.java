package org.qopt.target.cpu.numerics;

/** A function of two int8 values. */
public sealed interface Elementwise permits Sum, Product {
  /** {@return the result for one value of each} */
  byte apply(byte a, byte b);
}
