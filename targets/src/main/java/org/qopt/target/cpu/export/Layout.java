package org.qopt.target.cpu.export;

import com.google.common.primitives.ImmutableIntArray;
import java.util.stream.IntStream;
import org.qopt.ir.type.Shape;

/**
 * In which order a tensor holds the axes of a value.
 *
 * @param axes for each axis of the tensor, the axis of the value
 */
record Layout(ImmutableIntArray axes) {
  /** Of the tensors that ONNX's operations on images take, for values that are NHWC. */
  static final Layout NCHW = of(0, 3, 1, 2);

  static Layout of(int... axes) {
    return new Layout(ImmutableIntArray.copyOf(axes));
  }

  /** {@return the layout in which the axes stand as in the value} */
  static Layout plain(int rank) {
    return new Layout(ImmutableIntArray.copyOf(IntStream.range(0, rank)));
  }

  /** {@return the layout in which axis {@code axis} is the tensor's second} */
  static Layout channelsSecond(int axis, int rank) {
    return new Layout(
        ImmutableIntArray.copyOf(
            IntStream.concat(
                IntStream.of(axis == 0 ? new int[] {0} : new int[] {0, axis}),
                IntStream.range(1, rank).filter(i -> i != axis))));
  }

  boolean isPlain() {
    return equals(plain(axes.length()));
  }

  /** {@return the axis of the tensor that is axis {@code axis} of the value} */
  int place(int axis) {
    return axes.indexOf(axis);
  }

  /** {@return what stands at {@code values[axis]} for each axis of the tensor} */
  long[] order(long[] values) {
    return axes.stream().mapToLong(axis -> values[axis]).toArray();
  }

  /** {@return the dimensions of the tensor that holds a value of shape {@code shape}} */
  long[] dims(Shape shape) {
    return order(shape.dims().toArray());
  }

  /**
   * {@return the layout in which the same tensor holds the value transposed}
   *
   * @param permutation for each axis of the transposed value, the axis of this one
   */
  Layout transposed(int[] permutation) {
    ImmutableIntArray wanted = ImmutableIntArray.copyOf(permutation);
    return new Layout(ImmutableIntArray.copyOf(axes.stream().map(wanted::indexOf)));
  }

  /** {@return the permutation that makes a tensor of this layout one of {@code other}} */
  int[] to(Layout other) {
    return other.axes.stream().map(this::place).toArray();
  }

  /** {@return whether tensors of both layouts hold the elements of the shape in the same order} */
  boolean isSameOrder(Layout other, Shape shape) {
    return longAxes(shape).equals(other.longAxes(shape));
  }

  private ImmutableIntArray longAxes(Shape shape) {
    return ImmutableIntArray.copyOf(axes.stream().filter(axis -> shape.dim(axis) != 1));
  }

  /** {@return the layout of the value without the axes in {@code removed}} */
  Layout without(boolean[] removed) {
    int[] kept = axes.stream().filter(axis -> !removed[axis]).toArray();
    return new Layout(
        ImmutableIntArray.copyOf(
            IntStream.of(kept)
                .map(axis -> (int) IntStream.of(kept).filter(other -> other < axis).count())));
  }
}
