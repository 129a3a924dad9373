package org.qopt.dialect.bfp;

import com.google.common.primitives.ImmutableIntArray;
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

  /**
   * {@return {@code type}, undecided, with the exponents that {@code numbers}, of f32, ask for as
   * dynamic ones would; where all that share one are 0, it is that of the numbers around 1}
   */
  public static BlockType decide(BlockType type, Tensor numbers) {
    Grouping grouping = Grouping.of(type.sharing(), numbers.shape());
    int[] exponents = exponents(wide(numbers.floats()), type, grouping);
    for (int i = 0; i < exponents.length; i++) {
      if (exponents[i] == BlockType.leastExponent(type.bits())) {
        exponents[i] = 2 - type.bits();
      }
    }
    return type.with(new Exponents.Static(ImmutableIntArray.copyOf(exponents)));
  }

  /** {@return the mantissas, with their exponents where the type does not hold them} */
  public Tensor pack(Wide wide) {
    int[] exponents =
        type.exponents() instanceof Exponents.Static(var values)
            ? values.toArray()
            : exponents(wide, type, grouping);
    int[] mantissas = new int[wide.accumulators().length];
    for (int i = 0; i < mantissas.length; i++) {
      long rounded = rounded(wide, i, type, exponents[grouping.exponent(i)]);
      mantissas[i] = (int) type.saturation().cut(rounded, type.bits());
    }
    Tensor tensor = Tensor.of(shape, mantissas).cast(type.kind());
    return type.isDynamic()
        ? tensor.withExponents(
            Tensor.of(type.sharing().exponents(shape), exponents).cast(ElementKind.I16))
        : tensor;
  }

  private static long rounded(Wide wide, int index, BlockType type, int exponent) {
    return type.rounding()
        .shiftRight(wide.accumulators()[index], exponent - wide.exponents()[index]);
  }

  private static int[] exponents(Wide wide, BlockType type, Grouping grouping) {
    int[] exponents = new int[grouping.count()];
    Arrays.fill(exponents, BlockType.LEAST_LOG);
    for (int i = 0; i < wide.accumulators().length; i++) {
      int block = grouping.exponent(i);
      exponents[block] = Math.max(exponents[block], log(wide, i, type.scale()));
    }
    for (int b = 0; b < exponents.length; b++) {
      exponents[b] = Math.min(exponents[b], BlockType.LARGEST_LOG) - (type.bits() - 2);
    }
    if (type.scale() == ScaleChoice.NEAREST) {
      raise(wide, type, grouping, exponents);
    }
    return exponents;
  }

  /** {@return {@code floor(log2 |x|)}, or {@code ceil} of it; the least for 0} */
  private static int log(Wide wide, int index, ScaleChoice scale) {
    long magnitude = Math.abs(wide.accumulators()[index]);
    if (magnitude == 0) {
      return BlockType.LEAST_LOG;
    }
    int floor = 63 - Long.numberOfLeadingZeros(magnitude) + wide.exponents()[index];
    boolean between = Long.bitCount(magnitude) > 1;
    return scale == ScaleChoice.CEIL && between ? floor + 1 : floor;
  }

  private static void raise(Wide wide, BlockType type, Grouping grouping, int[] exponents) {
    boolean[] saturates = new boolean[exponents.length];
    for (int i = 0; i < wide.accumulators().length; i++) {
      int block = grouping.exponent(i);
      long rounded = rounded(wide, i, type, exponents[block]);
      saturates[block] |= rounded != type.saturation().cut(rounded, type.bits());
    }
    int largest = BlockType.largestExponent(type.bits());
    for (int b = 0; b < exponents.length; b++) {
      exponents[b] = Math.min(largest, exponents[b] + (saturates[b] ? 1 : 0));
    }
  }

  /** {@return {@code values} as mantissas of the type} */
  public Tensor pack(float[] values) {
    return pack(wide(values));
  }

  private static Wide wide(float[] values) {
    Wide wide = Wide.of(values.length);
    for (int i = 0; i < values.length; i++) {
      wide.set(i, values[i]);
    }
    return wide;
  }
}
