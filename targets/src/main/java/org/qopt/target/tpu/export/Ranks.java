package org.qopt.target.tpu.export;

/** How many dimensions the runtime's reference kernels take. Others take any number. */
final class Ranks {
  /** Operands whose shapes differ. */
  static final int BROADCAST = 4;

  /** {@code TRANSPOSE}, {@code SLICE}, {@code STRIDED_SLICE}, {@code PAD} and {@code PADV2}. */
  static final int MOVEMENT = 5;

  /** {@code SOFTMAX} of int16. */
  static final int SOFTMAX16 = 4;

  private Ranks() {}
}
