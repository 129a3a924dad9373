package org.qopt.target.dsp.numerics;

import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Packing;
import org.qopt.dialect.bfp.Wide;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/**
 * How exact numbers become a result: rounded to mantissas, and cut to an interval. Where the
 * exponents are in the type, mantissas are cut; where they follow from the numbers, the numbers are
 * cut first.
 */
public final class ResultStage {
  private final BlockType type;
  private final ClampBounds clamp;
  private final Packing packing;

  /** Prepares results of a type and shape. */
  public ResultStage(BlockType type, Shape shape, ClampBounds clamp) {
    this.type = type;
    this.clamp = clamp;
    this.packing = new Packing(type, shape);
  }

  /** {@return the result; {@code numbers} is used up} */
  public Tensor finish(Wide numbers) {
    if (type.isDynamic()) {
      clamp.cut(numbers, type.rounding());
      return packing.pack(numbers);
    }
    Tensor packed = packing.pack(numbers);
    int[] mantissas = new int[numbers.accumulators().length];
    for (int i = 0; i < mantissas.length; i++) {
      mantissas[i] = clamp.cut((int) packed.integer(i));
    }
    return Tensor.of(packed.shape(), mantissas).cast(type.kind());
  }
}
