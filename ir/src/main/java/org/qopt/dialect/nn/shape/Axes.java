package org.qopt.dialect.nn.shape;

import java.util.Arrays;
import java.util.Optional;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.type.Shape;

/** Axes as attributes name them: counted from 0, or from the end when negative. */
public final class Axes {
  private Axes() {}

  /**
   * {@return {@code axis} counted from 0}
   *
   * @throws InferenceException if there is no such axis
   */
  public static int normalize(int axis, int rank) {
    if (axis < -rank || axis >= rank) {
      throw new InferenceException(outOfRange(axis, rank));
    }
    return axis < 0 ? axis + rank : axis;
  }

  /**
   * {@return which of {@code rank} axes are in {@code axes}}
   *
   * @throws InferenceException if one does not exist or stands twice
   */
  public static boolean[] set(int[] axes, int rank) {
    boolean[] chosen = new boolean[rank];
    for (int axis : axes) {
      int normal = normalize(axis, rank);
      if (chosen[normal]) {
        throw new InferenceException(
            "expected different axes, but got %s".formatted(Arrays.toString(axes)));
      }
      chosen[normal] = true;
    }
    return chosen;
  }

  /** Checks that the attribute {@code axis} is one of the first operand's. */
  public static Optional<String> axis(ShapeInput input) {
    int rank = input.shape(0).rank();
    int axis = input.integer("axis");
    return axis < -rank || axis >= rank ? Optional.of(outOfRange(axis, rank)) : Optional.empty();
  }

  /** Checks that the attribute {@code axes} names different axes of the first operand. */
  public static Optional<String> axes(ShapeInput input) {
    try {
      set(input.ints("axes"), input.shape(0).rank());
      return Optional.empty();
    } catch (InferenceException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** {@return the first operand's shape, after a check of the attribute {@code axis}} */
  public static Shape sameShape(ShapeInput input) {
    ShapeCheck.require(Axes::axis, input);
    return input.shape(0);
  }

  private static String outOfRange(int axis, int rank) {
    return "expected an axis of at least -%d and below %d, but got %d".formatted(rank, rank, axis);
  }
}
