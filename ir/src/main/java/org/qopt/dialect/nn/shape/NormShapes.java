package org.qopt.dialect.nn.shape;

import java.util.Arrays;
import java.util.Optional;
import org.qopt.ir.type.Shape;

/** The shapes of normalizations and reductions. */
public final class NormShapes {
  private NormShapes() {}

  /** {@return the shape of {@code nn.batch_norm}: the input's} */
  public static Shape batchNorm(ShapeInput input) {
    ShapeCheck.require(Axes::axis, input);
    ShapeCheck.require(NormShapes::channels, input);
    return input.shape(0);
  }

  /** Checks that scale, offset, mean and variance have an element for each channel. */
  public static Optional<String> channels(ShapeInput input) {
    if (Axes.axis(input).isPresent()) {
      return Optional.empty();
    }
    long channels = input.shape(0).dim(input.integer("axis"));
    for (int i = 1; i < 5; i++) {
      long found = input.shape(i, 1).dim(0);
      if (ShapeCheck.differ(channels, found)) {
        return Optional.of(
            "expected operand #%d to have an element for each of %d channels, but got %d"
                .formatted(i, channels, found));
      }
    }
    return Optional.empty();
  }

  /** {@return the shape of a reduction over {@code axes}, kept as 1 or dropped} */
  public static Shape reduction(ShapeInput input) {
    Shape shape = input.shape(0);
    boolean[] reduced = Axes.set(input.ints("axes"), shape.rank());
    boolean keep = input.flag("keep_dims");
    long[] dims = new long[shape.rank()];
    int count = 0;
    for (int i = 0; i < shape.rank(); i++) {
      if (!reduced[i]) {
        dims[count++] = shape.dim(i);
      } else if (keep) {
        dims[count++] = 1;
      }
    }
    return Shape.of(Arrays.copyOf(dims, count));
  }
}
