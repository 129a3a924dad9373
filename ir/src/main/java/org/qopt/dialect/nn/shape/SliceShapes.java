package org.qopt.dialect.nn.shape;

import java.util.Optional;
import java.util.stream.IntStream;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.type.Shape;

/** The shapes of {@code nn.slice}, by ONNX's rules. */
public final class SliceShapes {
  private SliceShapes() {}

  /**
   * What is taken along one axis of known size: {@code start}, {@code start + step}, ...
   *
   * @param start the first index
   * @param step the distance to the next, not 0
   * @param count how many
   */
  public record Range(long start, long step, long count) {
    /** {@return the range that the ends of a slice leave of {@code size} indices} */
    static Range of(long start, long end, long step, long size) {
      // ONNX counts negative ends from the end of the axis, then cuts them to it; a backward slice
      // may end before index 0.
      long from = start < 0 ? start + size : start;
      long to = end < 0 ? end + size : end;
      if (step > 0) {
        from = Math.clamp(from, 0, size);
        to = Math.clamp(to, 0, size);
        long room = to - from;
        return new Range(from, step, room <= 0 ? 0 : (room - 1) / step + 1);
      }
      from = Math.clamp(from, -1, size - 1);
      to = Math.clamp(to, -1, size - 1);
      long room = from - to;
      // The negation of the least long is itself; such a step takes one element as any long one.
      long stride = step == Long.MIN_VALUE ? Long.MAX_VALUE : -step;
      return new Range(from, step, room <= 0 ? 0 : (room - 1) / stride + 1);
    }
  }

  /** {@return the shape: the number of indices taken along each axis} */
  public static Shape slice(ShapeInput input) {
    ShapeCheck.require(SliceShapes::lengths, input);
    ShapeCheck.require(SliceShapes::steps, input);
    Shape shape = input.shape(0);
    int[] axes = axes(input);
    long[] dims = shape.dims().toArray();
    for (int i = 0; i < axes.length; i++) {
      int axis = Axes.normalize(axes[i], shape.rank());
      if (dims[axis] != Shape.DYNAMIC) {
        dims[axis] = range(input, i, dims[axis]).count();
      }
    }
    return Shape.of(dims);
  }

  /** {@return what is taken along each axis of a static shape} */
  public static Range[] ranges(ShapeInput input) {
    Shape shape = input.shape(0);
    Range[] ranges = new Range[shape.rank()];
    for (int i = 0; i < ranges.length; i++) {
      ranges[i] = new Range(0, 1, shape.dim(i));
    }
    int[] axes = axes(input);
    for (int i = 0; i < axes.length; i++) {
      int axis = Axes.normalize(axes[i], shape.rank());
      ranges[axis] = range(input, i, shape.dim(axis));
    }
    return ranges;
  }

  private static Range range(ShapeInput input, int index, long size) {
    return Range.of(
        input.array("starts").values().get(index),
        input.array("ends").values().get(index),
        input.optionalArray("steps").map(s -> s.values().get(index)).orElse(1L),
        size);
  }

  private static int[] axes(ShapeInput input) {
    return input.optionalArray("axes").isPresent()
        ? input.ints("axes")
        : IntStream.range(0, input.array("starts").values().length()).toArray();
  }

  /** Checks that starts, ends, axes and steps are equally many. */
  public static Optional<String> lengths(ShapeInput input) {
    int expected = input.array("starts").values().length();
    for (String name : new String[] {"ends", "axes", "steps"}) {
      int found = input.optionalArray(name).map(a -> a.values().length()).orElse(expected);
      if (found != expected) {
        return Optional.of(
            "expected '%s' to have as many integers as 'starts' (%d), but got %d"
                .formatted(name, expected, found));
      }
    }
    return Optional.empty();
  }

  /** Checks that the axes are different ones of the operand's. */
  public static Optional<String> axesExist(ShapeInput input) {
    try {
      Axes.set(axes(input), input.shape(0).rank());
      return Optional.empty();
    } catch (InferenceException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Checks that no step is 0. */
  public static Optional<String> steps(ShapeInput input) {
    return input.optionalArray("steps").filter(s -> s.values().contains(0)).isPresent()
        ? Optional.of("expected steps other than 0, but got " + input.array("steps"))
        : Optional.empty();
  }
}
