package org.qopt.dialect.bfp;

import java.util.Locale;

/**
 * How the exponent of a block follows from the numbers in it, of which M is the largest magnitude.
 */
public enum ScaleChoice {
  /**
   * {@code floor(log2 M)} less two than there are bits: the largest mantissa is at least a quarter
   * of what the storage holds. A number just below a power of two may round up to it, and saturate.
   */
  FLOOR,
  /** {@code ceil(log2 M)} less two than there are bits: nothing saturates. */
  CEIL,
  /** As {@link #FLOOR}, but one more where a mantissa would saturate. */
  NEAREST;

  /** {@return the name in the text of types} */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
