package org.qopt.target.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of this machine. */
final class Lanes {
  static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

  /** How many numbers a vector has. */
  static final int COUNT = FLOATS.length();

  private Lanes() {}

  /** {@return the least multiple of {@code unit} that is not below {@code count}} */
  static int roundUp(int count, int unit) {
    return Math.ceilDiv(count, unit) * unit;
  }
}
