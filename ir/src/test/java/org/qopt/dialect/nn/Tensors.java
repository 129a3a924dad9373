package org.qopt.dialect.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** Tensors for tests, and access to their elements by index along each axis. */
final class Tensors {
  private Tensors() {}

  /** {@return a tensor of normally distributed numbers} */
  static Tensor random(Random random, long... dims) {
    Shape shape = Shape.of(dims);
    float[] values = new float[(int) shape.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Tensor.of(shape, values);
  }

  /** {@return the element at these indices} */
  static double at(Tensor tensor, long... index) {
    long flat = 0;
    for (int i = 0; i < index.length; i++) {
      flat = flat * tensor.shape().dim(i) + index[i];
    }
    return tensor.real(flat);
  }

  /** {@return the element of an NHWC image, 0 outside of it} */
  static double atOrZero(Tensor image, long n, long y, long x, long c) {
    boolean inside = y >= 0 && y < image.shape().dim(1) && x >= 0 && x < image.shape().dim(2);
    return inside ? at(image, n, y, x, c) : 0;
  }

  /** Checks each element against its definition, a function of its indices, or not a number. */
  static void assertElements(Tensor actual, double tolerance, ToDoubleFunction<long[]> expected) {
    Shape shape = actual.shape();
    for (long flat = 0; flat < actual.size(); flat++) {
      long[] index = index(shape, flat);
      double value = expected.applyAsDouble(index);
      long at = flat;
      assertEquals(
          value,
          actual.real(flat),
          Double.isNaN(value) ? 0 : tolerance * Math.max(1, Math.abs(value)),
          () -> "element " + at + " of " + shape);
    }
  }

  /** {@return the indices of element {@code flat} in row-major order} */
  static long[] index(Shape shape, long flat) {
    long[] index = new long[shape.rank()];
    long rest = flat;
    for (int i = index.length - 1; i >= 0; i--) {
      index[i] = rest % shape.dim(i);
      rest /= shape.dim(i);
    }
    return index;
  }

  /** {@return {@code array<i64: values>}} */
  static DenseIntArrayAttr ints(long... values) {
    return DenseIntArrayAttr.i64(values);
  }
}
