package org.qopt.target.tpu.numerics;

/** An operation on two int8 tensors, element by element, of which one may be repeated. */
public sealed interface Binary permits Add, Sub, Mul {
  /** {@return the result for one element of each} */
  byte apply(byte first, byte second);

  /**
   * {@return the results, in the shape that the two give: dimensions are aligned at the last, and
   * one of size 1 is repeated}
   *
   * @throws IllegalArgumentException if the shapes do not fit each other or the data
   */
  default byte[] execute(byte[] first, int[] firstShape, byte[] second, int[] secondShape) {
    check(first, firstShape);
    check(second, secondShape);
    return new Broadcast(firstShape, secondShape).apply(prepared(), first, second);
  }

  /** {@return the same operation, prepared for many calls} */
  default Combination prepared() {
    return this::apply;
  }

  /** What is computed from one element of each. */
  @FunctionalInterface
  interface Combination {
    /** {@return the result for one element of each} */
    byte apply(byte first, byte second);
  }

  private static void check(byte[] data, int[] shape) {
    if (data.length != Broadcast.size(shape)) {
      throw new IllegalArgumentException(
          data.length + " values, not the " + Broadcast.size(shape) + " of the shape");
    }
  }
}
