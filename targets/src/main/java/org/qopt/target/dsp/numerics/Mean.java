package org.qopt.target.dsp.numerics;

import org.qopt.dialect.bfp.BlockRounding;
import org.qopt.dialect.bfp.Wide;
import org.qopt.ir.type.Shape;

/** Means along axes. */
public final class Mean {
  private Mean() {}

  /**
   * {@return the sums along the axes that are {@code reduced}, divided by how many numbers each is
   * of and rounded, in row-major order of the other axes; 0 for a mean of nothing}
   */
  public static Wide of(
      Wide input, Shape shape, boolean[] reduced, int guard, BlockRounding rounding) {
    int results = 1;
    int count = 1;
    for (int axis = 0; axis < reduced.length; axis++) {
      results *= reduced[axis] ? 1 : shape.size(axis);
      count *= reduced[axis] ? shape.size(axis) : 1;
    }
    AlignedSum[] sums = new AlignedSum[results];
    for (int r = 0; r < results; r++) {
      sums[r] = new AlignedSum(rounding, guard);
    }
    for (int i = 0; i < input.accumulators().length; i++) {
      sums[target(i, shape, reduced)].add(input.accumulators()[i], input.exponents()[i]);
    }
    Wide result = Wide.of(results);
    for (int r = 0; r < results; r++) {
      result.set(r, rounding.divide(sums[r].sum(), Math.max(1, count)), sums[r].exponent());
    }
    return result;
  }

  private static int target(int index, Shape shape, boolean[] reduced) {
    int target = 0;
    int stride = 1;
    int rest = index;
    for (int axis = reduced.length - 1; axis >= 0; axis--) {
      int size = shape.size(axis);
      if (!reduced[axis]) {
        target += rest % size * stride;
        stride *= size;
      }
      rest /= size;
    }
    return target;
  }
}
