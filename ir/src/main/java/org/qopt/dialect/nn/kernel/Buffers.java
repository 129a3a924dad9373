package org.qopt.dialect.nn.kernel;

import org.qopt.ir.op.InferenceException;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** Arrays of any element kind, for kernels that only move elements. */
final class Buffers {
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private Buffers() {}

  /**
   * {@return the number of elements of {@code shape}}
   *
   * @throws InferenceException if it is more than an array can hold
   */
  static int size(Shape shape) {
    long size = 1;
    for (int i = 0; i < shape.rank(); i++) {
      // A zero may stand behind dimensions whose product is too large.
      size = com.google.common.math.LongMath.saturatedMultiply(size, shape.dim(i));
    }
    if (size > LARGEST) {
      throw new InferenceException(
          "expected a result of at most %d elements, but got shape [%s]".formatted(LARGEST, shape));
    }
    return (int) size;
  }

  /** {@return the elements of {@code tensor}, not to be written to} */
  static Object array(Tensor tensor) {
    return switch (tensor.kind()) {
      case BOOL, I8, U8 -> tensor.bytes();
      case I16, U16, F16, BF16 -> tensor.shorts();
      case I32, U32 -> tensor.ints();
      case I64, U64 -> tensor.longs();
      case F32 -> tensor.floats();
      case F64 -> tensor.doubles();
    };
  }

  /** {@return a new array for {@code size} elements of kind {@code kind}} */
  static Object allocate(ElementKind kind, int size) {
    return switch (kind) {
      case BOOL, I8, U8 -> new byte[size];
      case I16, U16, F16, BF16 -> new short[size];
      case I32, U32 -> new int[size];
      case I64, U64 -> new long[size];
      case F32 -> new float[size];
      case F64 -> new double[size];
    };
  }
}
