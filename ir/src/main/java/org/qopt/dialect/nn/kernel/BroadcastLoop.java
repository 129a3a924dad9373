package org.qopt.dialect.nn.kernel;

import org.qopt.ir.type.Shape;

/** Walks over a shape and two shapes that broadcast to it. */
public final class BroadcastLoop {
  private BroadcastLoop() {}

  /** A loop over a run of elements; the steps are 0 or 1. */
  @FunctionalInterface
  interface Row {
    /** Computes {@code count} results from those operands on. */
    void run(
        float[] a, int ai, int as, float[] b, int bi, int bs, float[] result, int ri, int count);
  }

  /** Runs {@code row} over all elements of {@code shape}, in runs as long as possible. */
  static void run(
      Shape aShape, float[] a, Shape bShape, float[] b, Shape shape, float[] result, Row row) {
    int count = 1;
    int axis = shape.rank();
    // A run grows outwards while each operand either moves with the result all along or stays.
    int aStep = -1;
    int bStep = -1;
    while (axis > 0) {
      int size = shape.size(axis - 1);
      int aNext = step(aShape, shape, axis - 1);
      int bNext = step(bShape, shape, axis - 1);
      boolean free = size == 1;
      if (!free && aStep >= 0 && (aNext != aStep || bNext != bStep)) {
        break;
      }
      if (!free) {
        aStep = aNext;
        bStep = bNext;
      }
      count *= size;
      axis--;
    }
    if (count == 0) {
      return;
    }
    Shape outer = prefix(shape, axis);
    int[] left = indices(prefix(aShape, axis - shape.rank() + aShape.rank()), outer);
    int[] right = indices(prefix(bShape, axis - shape.rank() + bShape.rank()), outer);
    int as = Math.max(aStep, 0);
    int bs = Math.max(bStep, 0);
    int aLength = as == 0 ? 1 : count;
    int bLength = bs == 0 ? 1 : count;
    for (int i = 0; i < left.length; i++) {
      row.run(a, left[i] * aLength, as, b, right[i] * bLength, bs, result, i * count, count);
    }
  }

  /** {@return for each element of {@code shape} the index of the one of {@code from} it repeats} */
  public static int[] indices(Shape from, Shape shape) {
    int[] indices = new int[Buffers.size(shape)];
    int rank = shape.rank();
    int stride = 1;
    int inner = 1;
    for (int axis = rank - 1; axis >= 0; axis--) {
      int size = shape.size(axis);
      int step = step(from, shape, axis) * stride;
      for (int i = 0; i < indices.length; i++) {
        indices[i] += i / inner % size * step;
      }
      inner *= size;
      int own = axis - rank + from.rank();
      stride *= own < 0 ? 1 : from.size(own);
    }
    return indices;
  }

  private static Shape prefix(Shape shape, int length) {
    return new Shape(shape.dims().subArray(0, Math.max(length, 0)).trimmed());
  }

  // 1 where the operand has a dimension of its own, 0 where it is repeated.
  private static int step(Shape operand, Shape shape, int axis) {
    int own = axis - shape.rank() + operand.rank();
    return own >= 0 && (operand.size(own) != 1 || shape.size(axis) == 1) ? 1 : 0;
  }
}
