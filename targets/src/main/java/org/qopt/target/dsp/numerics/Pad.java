package org.qopt.target.dsp.numerics;

import org.qopt.dialect.bfp.Wide;
import org.qopt.ir.type.Shape;

/** Surrounds a tensor by a number. */
public final class Pad {
  private Pad() {}

  /**
   * {@return the padded numbers}
   *
   * @param padding elements before and after, for each axis
   * @param to the shape of the result
   */
  public static Wide of(Wide input, Shape from, int[] padding, Shape to, int value, int exponent) {
    Wide result = Wide.of(Math.toIntExact(to.elements()));
    for (int i = 0; i < result.accumulators().length; i++) {
      int source = source(i, from, padding, to);
      if (source < 0) {
        result.set(i, value, exponent);
      } else {
        result.set(i, input.accumulators()[source], input.exponents()[source]);
      }
    }
    return result;
  }

  /** {@return the element that lies at {@code index}, or -1 for padding} */
  private static int source(int index, Shape from, int[] padding, Shape to) {
    int source = 0;
    int stride = 1;
    int rest = index;
    for (int axis = from.rank() - 1; axis >= 0; axis--) {
      int at = rest % to.size(axis) - padding[2 * axis];
      if (at < 0 || at >= from.size(axis)) {
        return -1;
      }
      source += at * stride;
      stride *= from.size(axis);
      rest /= to.size(axis);
    }
    return source;
  }
}
