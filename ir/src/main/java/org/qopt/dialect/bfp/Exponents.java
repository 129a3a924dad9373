package org.qopt.dialect.bfp;

import com.google.common.primitives.ImmutableIntArray;
import java.util.stream.Collectors;

/** Where the exponents of a value stand. */
public sealed interface Exponents {
  /**
   * In the type: they were decided before the program runs.
   *
   * @param values one, or one a channel
   */
  record Static(ImmutableIntArray values) implements Exponents {
    /** {@return the one exponent of a whole tensor} */
    public static Static of(int value) {
      return new Static(ImmutableIntArray.of(value));
    }

    @Override
    public String toString() {
      return values.stream()
          .mapToObj(Integer::toString)
          .collect(Collectors.joining(", ", "[", "]"));
    }
  }

  /** Beside the mantissas: they follow from the numbers when the program runs. */
  record Dynamic() implements Exponents {
    @Override
    public String toString() {
      return "dynamic";
    }
  }

  /** To be decided by calibration, and then in the type. */
  record Undecided() implements Exponents {
    @Override
    public String toString() {
      return "?";
    }
  }

  /** The one {@link Dynamic}. */
  Exponents DYNAMIC = new Dynamic();

  /** The one {@link Undecided}. */
  Exponents UNDECIDED = new Undecided();
}
