package org.qopt.dialect.nn.shape;

import java.util.Optional;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.type.Shape;

/**
 * NumPy's rule: shapes are aligned at their last dimension, missing dimensions count as 1, and a
 * dimension of 1 is repeated to match the other's.
 */
public final class Broadcasting {
  private Broadcasting() {}

  /** {@return the shape of an operation on two operands that broadcast} */
  public static Shape binary(ShapeInput input) {
    return of(input.shape(0), input.shape(1));
  }

  /** Checks that two operands broadcast. */
  public static Optional<String> check(ShapeInput input) {
    return find(input.shape(0), input.shape(1)).isPresent()
        ? Optional.empty()
        : Optional.of(message(input.shape(0), input.shape(1)));
  }

  /**
   * {@return the shape that both broadcast to}
   *
   * @throws InferenceException if there is none
   */
  public static Shape of(Shape a, Shape b) {
    return find(a, b).orElseThrow(() -> new InferenceException(message(a, b)));
  }

  private static Optional<Shape> find(Shape a, Shape b) {
    int rank = Math.max(a.rank(), b.rank());
    long[] dims = new long[rank];
    for (int i = 0; i < rank; i++) {
      long left = dim(a, i - rank);
      long right = dim(b, i - rank);
      if (ShapeCheck.differ(left, right) && left != 1 && right != 1) {
        return Optional.empty();
      }
      dims[i] = dim(left, right);
    }
    return Optional.of(Shape.of(dims));
  }

  private static long dim(Shape shape, int fromEnd) {
    return -fromEnd > shape.rank() ? 1 : shape.dim(fromEnd);
  }

  // A dynamic dimension beside a known one other than 1 must turn out to be equal or 1.
  private static long dim(long left, long right) {
    if (left == 1) {
      return right;
    }
    return right == 1 || right == Shape.DYNAMIC ? left : right;
  }

  private static String message(Shape a, Shape b) {
    return "expected shapes that broadcast, but got [%s] and [%s]".formatted(a, b);
  }
}
