package org.qopt.parser.model;

import java.lang.foreign.MemorySegment;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** Reorders the axes of shapes and constants: axis i of the result is axis permutation[i]. */
public final class Permutations {
  private Permutations() {}

  /** {@return {@code shape} with its axes reordered} */
  public static Shape apply(Shape shape, int... permutation) {
    long[] dims = new long[permutation.length];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = shape.dim(permutation[i]);
    }
    return Shape.of(dims);
  }

  /** {@return {@code tensor} with its axes reordered} */
  public static Tensor apply(Tensor tensor, int... permutation) {
    Shape shape = apply(tensor.shape(), permutation);
    if (keepsOrder(tensor.shape(), permutation)) {
      return tensor.reshaped(shape);
    }
    int count = Math.toIntExact(tensor.size());
    int bytes = tensor.kind().bytes();
    Object target = newArray(tensor.kind(), count);
    MemorySegment to = segment(target);
    MemorySegment from = tensor.memory();
    long[] strides = strides(tensor.shape(), permutation);
    int[] index = new int[permutation.length];
    long source = 0;
    for (int i = 0; i < count; i++) {
      MemorySegment.copy(from, source * bytes, to, (long) i * bytes, bytes);
      int axis = index.length - 1;
      while (axis >= 0 && ++index[axis] == shape.dim(axis)) {
        source -= strides[axis] * (index[axis] - 1);
        index[axis--] = 0;
      }
      source += axis >= 0 ? strides[axis] : 0;
    }
    return Tensor.of(tensor.kind(), shape, target);
  }

  /**
   * {@return whether reordering leaves the elements where they are: the axes that are not of size 1
   * keep their order}
   */
  public static boolean keepsOrder(Shape shape, int... permutation) {
    int last = -1;
    for (int axis : permutation) {
      if (shape.dim(axis) != 1) {
        if (axis < last) {
          return false;
        }
        last = axis;
      }
    }
    return true;
  }

  private static long[] strides(Shape shape, int[] permutation) {
    long[] strides = new long[permutation.length];
    for (int i = 0; i < strides.length; i++) {
      strides[i] = 1;
      for (int axis = permutation[i] + 1; axis < shape.rank(); axis++) {
        strides[i] *= shape.dim(axis);
      }
    }
    return strides;
  }

  private static Object newArray(ElementKind kind, int count) {
    return switch (kind) {
      case F32 -> new float[count];
      case F64 -> new double[count];
      case BOOL, I8, U8 -> new byte[count];
      case I16, U16, F16, BF16 -> new short[count];
      case I32, U32 -> new int[count];
      case I64, U64 -> new long[count];
    };
  }

  private static MemorySegment segment(Object array) {
    return switch (array) {
      case float[] a -> MemorySegment.ofArray(a);
      case double[] a -> MemorySegment.ofArray(a);
      case byte[] a -> MemorySegment.ofArray(a);
      case short[] a -> MemorySegment.ofArray(a);
      case int[] a -> MemorySegment.ofArray(a);
      case long[] a -> MemorySegment.ofArray(a);
      default -> throw new IllegalStateException();
    };
  }
}
