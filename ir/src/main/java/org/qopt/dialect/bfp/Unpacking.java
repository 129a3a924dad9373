package org.qopt.dialect.bfp;

import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** Finds the exponents of the elements of a tensor of a type. */
public final class Unpacking {
  private final BlockType type;
  private final Grouping grouping;

  /**
   * Prepares the reading of values of shape {@code shape}.
   *
   * @throws IllegalArgumentException if the exponents are not decided yet
   */
  public Unpacking(BlockType type, Shape shape) {
    if (type.exponents() instanceof Exponents.Undecided) {
      throw new IllegalArgumentException("the exponents of " + type + " are not decided yet");
    }
    this.type = type;
    this.grouping = Grouping.of(type.sharing(), shape);
  }

  /** {@return the exponents of {@code tensor} in the order of their groups} */
  public int[] exponents(Tensor tensor) {
    if (type.exponents() instanceof Exponents.Static(var values)) {
      return values.toArray();
    }
    Tensor beside = tensor.exponents().orElseThrow();
    int[] exponents = new int[Math.toIntExact(beside.size())];
    for (int i = 0; i < exponents.length; i++) {
      exponents[i] = (int) beside.integer(i);
    }
    return exponents;
  }

  /** {@return which of the exponents is that of element {@code index}} */
  public int group(int index) {
    return grouping.exponent(index);
  }

  /** {@return {@code tensor} as exact numbers} */
  public Wide wide(Tensor tensor) {
    int[] exponents = exponents(tensor);
    Wide wide = Wide.of(Math.toIntExact(tensor.size()));
    for (int i = 0; i < wide.accumulators().length; i++) {
      wide.set(i, tensor.integer(i), exponents[grouping.exponent(i)]);
    }
    return wide;
  }

  /** {@return {@code tensor} as real numbers, rounded to f32 where they have more bits} */
  public Tensor real(Tensor tensor) {
    int[] exponents = exponents(tensor);
    float[] real = new float[Math.toIntExact(tensor.size())];
    for (int i = 0; i < real.length; i++) {
      real[i] = (float) Math.scalb((double) tensor.integer(i), exponents[grouping.exponent(i)]);
    }
    return Tensor.of(tensor.shape(), real);
  }
}
