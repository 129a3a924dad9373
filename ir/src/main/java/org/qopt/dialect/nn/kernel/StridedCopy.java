package org.qopt.dialect.nn.kernel;

import org.qopt.ir.type.Shape;

/**
 * Copies a box of elements between arrays, each walked in its own steps.
 *
 * @param sizes the number of elements along each axis of the box
 * @param source where the box lies in the array that is read
 * @param target where the box lies in the array that is written
 */
record StridedCopy(int[] sizes, Walk source, Walk target) {
  /**
   * How a box lies in an array.
   *
   * @param offset the index of its first element
   * @param strides the distance between neighbours along each axis, maybe negative
   */
  record Walk(int offset, int[] strides) {
    /** {@return the walk over all of a tensor in row-major order} */
    static Walk over(Shape shape) {
      int[] strides = new int[shape.rank()];
      int stride = 1;
      for (int i = strides.length - 1; i >= 0; i--) {
        strides[i] = stride;
        stride *= shape.size(i);
      }
      return new Walk(0, strides);
    }

    /** {@return this walk from another first element} */
    Walk at(int newOffset) {
      return new Walk(newOffset, strides);
    }
  }

  /** Copies from {@code from} to {@code to}, arrays of the same kind of elements. */
  void run(Object from, Object to) {
    for (int size : sizes) {
      if (size == 0) {
        return;
      }
    }
    copy(0, from, source.offset, to, target.offset);
  }

  private void copy(int axis, Object from, int read, Object to, int write) {
    if (axis == sizes.length) {
      System.arraycopy(from, read, to, write, 1);
    } else if (axis == sizes.length - 1) {
      row(from, read, source.strides[axis], to, write, target.strides[axis], sizes[axis]);
    } else {
      for (int i = 0; i < sizes[axis]; i++) {
        copy(axis + 1, from, read + i * source.strides[axis], to, write + i * target.strides[axis]);
      }
    }
  }

  private static void row(Object from, int r, int rs, Object to, int w, int ws, int count) {
    if (rs == 1 && ws == 1) {
      System.arraycopy(from, r, to, w, count);
      return;
    }
    switch (from) {
      case byte[] a -> bytes(a, r, rs, (byte[]) to, w, ws, count);
      case short[] a -> shorts(a, r, rs, (short[]) to, w, ws, count);
      case int[] a -> ints(a, r, rs, (int[]) to, w, ws, count);
      case long[] a -> longs(a, r, rs, (long[]) to, w, ws, count);
      case float[] a -> floats(a, r, rs, (float[]) to, w, ws, count);
      case double[] a -> doubles(a, r, rs, (double[]) to, w, ws, count);
      default -> throw new IllegalArgumentException("not an array of numbers");
    }
  }

  private static void bytes(byte[] from, int r, int rs, byte[] to, int w, int ws, int count) {
    for (int i = 0; i < count; i++) {
      to[w + i * ws] = from[r + i * rs];
    }
  }

  private static void shorts(short[] from, int r, int rs, short[] to, int w, int ws, int count) {
    for (int i = 0; i < count; i++) {
      to[w + i * ws] = from[r + i * rs];
    }
  }

  private static void ints(int[] from, int r, int rs, int[] to, int w, int ws, int count) {
    for (int i = 0; i < count; i++) {
      to[w + i * ws] = from[r + i * rs];
    }
  }

  private static void longs(long[] from, int r, int rs, long[] to, int w, int ws, int count) {
    for (int i = 0; i < count; i++) {
      to[w + i * ws] = from[r + i * rs];
    }
  }

  private static void floats(float[] from, int r, int rs, float[] to, int w, int ws, int count) {
    for (int i = 0; i < count; i++) {
      to[w + i * ws] = from[r + i * rs];
    }
  }

  private static void doubles(double[] from, int r, int rs, double[] to, int w, int ws, int count) {
    for (int i = 0; i < count; i++) {
      to[w + i * ws] = from[r + i * rs];
    }
  }
}
