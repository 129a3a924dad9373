package org.qopt.target.dsp.numerics;

import org.qopt.dialect.bfp.BlockRounding;
import org.qopt.dialect.bfp.Wide;
import org.qopt.dialect.nn.kernel.BroadcastLoop;
import org.qopt.ir.type.Shape;

/** Sums, differences and products, element by element, of shapes that broadcast to one. */
public final class Elementwise {
  private Elementwise() {}

  /**
   * {@return a + b, or a - b if {@code negate}, in accumulators with {@code guard} bits below the
   * larger of both exponents}
   */
  public static Wide sum(
      Wide a,
      Shape aShape,
      Wide b,
      Shape bShape,
      Shape shape,
      boolean negate,
      int guard,
      BlockRounding rounding) {
    int[] left = BroadcastLoop.indices(aShape, shape);
    int[] right = BroadcastLoop.indices(bShape, shape);
    Wide result = Wide.of(left.length);
    AlignedSum sum = new AlignedSum(rounding, guard);
    for (int i = 0; i < left.length; i++) {
      long other = b.accumulators()[right[i]];
      sum.clear();
      sum.add(a.accumulators()[left[i]], a.exponents()[left[i]]);
      sum.add(negate ? -other : other, b.exponents()[right[i]]);
      result.set(i, sum.sum(), sum.exponent());
    }
    return result;
  }

  /** {@return a * b, exactly} */
  public static Wide product(Wide a, Shape aShape, Wide b, Shape bShape, Shape shape) {
    int[] left = BroadcastLoop.indices(aShape, shape);
    int[] right = BroadcastLoop.indices(bShape, shape);
    Wide result = Wide.of(left.length);
    for (int i = 0; i < left.length; i++) {
      result.set(
          i,
          a.accumulators()[left[i]] * b.accumulators()[right[i]],
          a.exponents()[left[i]] + b.exponents()[right[i]]);
    }
    return result;
  }
}
