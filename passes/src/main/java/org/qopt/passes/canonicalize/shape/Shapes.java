package org.qopt.passes.canonicalize.shape;

import org.qopt.ir.type.Shape;

/** Shapes as the attribute of {@code nn.reshape} has them. */
final class Shapes {
  private Shapes() {}

  /**
   * Puts -1, "the rest", in the place of a dimension that is not known.
   *
   * @return whether that was possible: at most one is not known, and the others do not leave it
   *     open by being 0
   */
  static boolean writeRest(long[] dims) {
    int unknown = 0;
    boolean hasZero = false;
    for (int i = 0; i < dims.length; i++) {
      hasZero |= dims[i] == 0;
      if (dims[i] == Shape.DYNAMIC) {
        dims[i] = -1;
        unknown++;
      }
    }
    return unknown == 0 || (unknown == 1 && !hasZero);
  }
}
