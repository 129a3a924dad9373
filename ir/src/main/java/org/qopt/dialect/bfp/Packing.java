package org.qopt.dialect.bfp;

import java.util.Arrays;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/**
 * Rounds exact numbers to the mantissas of a type, and finds their exponents where these are not in
 * the type already.
 *
 * <p>Dynamic exponents: with L the largest {@code floor(log2 |x|)} in a block, -127 at least (and
 * if all is 0) and 127 at most, the exponent is {@code L - (bits - 2)}; see {@link ScaleChoice} for
 * when it is one more. A mantissa is {@code x * 2^-exponent}, rounded and then saturated.
 */
public final class Packing {
  private final BlockType type;
  private final Shape shape;
  private final Grouping grouping;

  /**
   * Prepares the packing of values of shape {@code shape}.
   *
   * @throws IllegalArgumentException if the exponents are not decided yet
   */
  public Packing(BlockType type, Shape shape) {
    if (type.exponents() instanceof Exponents.Undecided) {
      throw new IllegalArgumentException("the exponents of " + type + " are not decided yet");
    }
    this.type = type;
    this.shape = shape;
    this.grouping = Grouping.of(type.sharing(), shape);
  }

  /** {@return the mantissas, with their exponents where the type does not hold them} */
  public Tensor pack(Wide wide) {
    int[] exponents = exponents(wide);
    int[] mantissas = new int[wide.accumulators().length];
    for (int i = 0; i < mantissas.length; i++) {
      long rounded = rounded(wide, i, exponents[grouping.exponent(i)]);
      mantissas[i] = (int) type.saturation().cut(rounded, type.bits());
    }
    Tensor tensor = Tensor.of(shape, mantissas).cast(type.kind());
    return type.isDynamic()
        ? tensor.withExponents(
            Tensor.of(type.sharing().exponents(shape), exponents).cast(ElementKind.I16))
        : tensor;
  }

  private long rounded(Wide wide, int index, int exponent) {
    return type.rounding()
        .shiftRight(wide.accumulators()[index], exponent - wide.exponents()[index]);
  }

  private int[] exponents(Wide wide) {
    if (type.exponents() instanceof Exponents.Static(var values)) {
      return values.toArray();
    }
    int[] exponents = new int[grouping.count()];
    Arrays.fill(exponents, BlockType.LEAST_LOG);
    for (int i = 0; i < wide.accumulators().length; i++) {
      int block = grouping.exponent(i);
      exponents[block] = Math.max(exponents[block], log(wide, i));
    }
    for (int b = 0; b < exponents.length; b++) {
      exponents[b] = Math.min(exponents[b], BlockType.LARGEST_LOG) - (type.bits() - 2);
    }
    if (type.scale() == ScaleChoice.NEAREST) {
      raise(wide, exponents);
    }
    return exponents;
  }

  /** {@return {@code floor(log2 |x|)}, or {@code ceil} of it; the least for 0} */
  private int log(Wide wide, int index) {
    long magnitude = Math.abs(wide.accumulators()[index]);
    if (magnitude == 0) {
      return BlockType.LEAST_LOG;
    }
    int floor = 63 - Long.numberOfLeadingZeros(magnitude) + wide.exponents()[index];
    boolean between = Long.bitCount(magnitude) > 1;
    return type.scale() == ScaleChoice.CEIL && between ? floor + 1 : floor;
  }

  private void raise(Wide wide, int[] exponents) {
    boolean[] saturates = new boolean[exponents.length];
    for (int i = 0; i < wide.accumulators().length; i++) {
      int block = grouping.exponent(i);
      long rounded = rounded(wide, i, exponents[block]);
      saturates[block] |= rounded != type.saturation().cut(rounded, type.bits());
    }
    int largest = BlockType.largestExponent(type.bits());
    for (int b = 0; b < exponents.length; b++) {
      exponents[b] = Math.min(largest, exponents[b] + (saturates[b] ? 1 : 0));
    }
  }

  /** {@return {@code values} as mantissas of the type} */
  public Tensor pack(float[] values) {
    Wide wide = Wide.of(values.length);
    for (int i = 0; i < values.length; i++) {
      wide.set(i, values[i]);
    }
    return pack(wide);
  }
}
