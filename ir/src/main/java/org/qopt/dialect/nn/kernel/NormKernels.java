package org.qopt.dialect.nn.kernel;

import java.util.List;
import java.util.stream.IntStream;
import org.qopt.dialect.nn.shape.Axes;
import org.qopt.dialect.nn.shape.NormShapes;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.type.Shape;

/** The kernels of normalizations and reductions. */
public final class NormKernels {
  private NormKernels() {}

  /** {@return the kernel of {@code nn.softmax}} */
  public static Kernel softmax(Operation operation) {
    double beta = operation.required("beta", FloatAttr.class).value();
    return FloatKernels.of(
            Axes::sameShape,
            _ ->
                (input, operands, shape, result) -> {
                  int axis = Axes.normalize(input.integer("axis"), shape.rank());
                  int inner = inner(shape, axis);
                  int size = shape.size(axis);
                  double[] powers = new double[size];
                  for (int i = 0; i < result.length; i += size * inner) {
                    for (int j = 0; j < inner; j++) {
                      softmax(operands.getFirst(), i + j, inner, beta, powers, result);
                    }
                  }
                })
        .prepare(operation);
  }

  // The largest exponent is 0, so that no power overflows.
  private static void softmax(
      float[] x, int start, int step, double beta, double[] powers, float[] result) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < powers.length; i++) {
      largest = Math.max(largest, beta * x[start + i * step]);
    }
    double sum = 0;
    for (int i = 0; i < powers.length; i++) {
      powers[i] = Math.exp(beta * x[start + i * step] - largest);
      sum += powers[i];
    }
    for (int i = 0; i < powers.length; i++) {
      result[start + i * step] = (float) (powers[i] / sum);
    }
  }

  /** {@return the kernel of {@code nn.batch_norm}} */
  public static Kernel batchNorm(Operation operation) {
    double epsilon = operation.required("epsilon", FloatAttr.class).value();
    return FloatKernels.of(
            NormShapes::batchNorm,
            _ ->
                (input, operands, shape, result) -> {
                  int axis = Axes.normalize(input.integer("axis"), shape.rank());
                  batchNorm(operands, epsilon, shape.size(axis), inner(shape, axis), result);
                })
        .prepare(operation);
  }

  private static void batchNorm(
      List<float[]> operands, double epsilon, int channels, int inner, float[] result) {
    float[] x = operands.get(0);
    double[] factor = new double[channels];
    double[] summand = new double[channels];
    for (int c = 0; c < channels; c++) {
      factor[c] = operands.get(1)[c] / Math.sqrt(operands.get(4)[c] + epsilon);
      summand[c] = operands.get(2)[c] - operands.get(3)[c] * factor[c];
    }
    for (int i = 0, c = 0; i < result.length; i += inner) {
      for (int j = i; j < i + inner; j++) {
        result[j] = (float) (x[j] * factor[c] + summand[c]);
      }
      c = c + 1 == channels ? 0 : c + 1;
    }
  }

  /** {@return the kernel of {@code nn.mean}} */
  public static Kernel mean(Operation operation) {
    return FloatKernels.of(
            NormShapes::reduction,
            _ -> (input, operands, shape, result) -> mean(input, operands.getFirst(), result))
        .prepare(operation);
  }

  private static void mean(ShapeInput input, float[] x, float[] result) {
    Shape shape = input.shape(0);
    boolean[] reduced = Axes.set(input.ints("axes"), shape.rank());
    int[] strides = new int[shape.rank()];
    int stride = 1;
    for (int i = shape.rank() - 1; i >= 0; i--) {
      strides[i] = reduced[i] ? 0 : stride;
      stride *= reduced[i] ? 1 : shape.size(i);
    }
    double[] sums = new double[result.length];
    int[] sizes = IntStream.range(0, shape.rank()).map(shape::size).toArray();
    if (x.length > 0) {
      add(x, new int[1], sizes, strides, 0, 0, sums);
    }
    double count = x.length / (double) result.length;
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) (sums[i] / count);
    }
  }

  // Reads x from front to back; `read` holds the index of the next element.
  private static void add(
      float[] x, int[] read, int[] sizes, int[] strides, int axis, int write, double[] sums) {
    if (axis == sizes.length) {
      sums[write] += x[read[0]++];
      return;
    }
    if (axis < sizes.length - 1) {
      for (int i = 0; i < sizes[axis]; i++) {
        add(x, read, sizes, strides, axis + 1, write + i * strides[axis], sums);
      }
      return;
    }
    int from = read[0];
    int step = strides[axis];
    for (int i = 0; i < sizes[axis]; i++) {
      sums[write + i * step] += x[from + i];
    }
    read[0] = from + sizes[axis];
  }

  private static int inner(Shape shape, int axis) {
    return IntStream.range(axis + 1, shape.rank()).map(shape::size).reduce(1, (a, b) -> a * b);
  }
}
