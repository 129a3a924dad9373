package org.qopt.dialect.nn.kernel;

import org.qopt.dialect.nn.attr.Activation;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.interpret.Kernel;

/** The kernels of functions of one number. Each has a loop of its own. */
public final class UnaryKernels {
  private UnaryKernels() {}

  /** A function from the elements of one array to those of another. */
  @FunctionalInterface
  private interface Loop {
    void run(float[] x, float[] result);
  }

  private static Kernel of(Operation operation, Loop loop) {
    return FloatKernels.of(
            MovementShapes::same,
            _ -> (input, operands, shape, result) -> loop.run(operands.getFirst(), result))
        .prepare(operation);
  }

  /** {@return the kernel of {@code nn.relu}} */
  public static Kernel relu(Operation operation) {
    return of(operation, (x, result) -> clamp(x, 0, Float.POSITIVE_INFINITY, result));
  }

  /** {@return the kernel of {@code nn.relu6}} */
  public static Kernel relu6(Operation operation) {
    return of(operation, (x, result) -> clamp(x, 0, 6, result));
  }

  /** {@return the kernel of {@code nn.clamp}} */
  public static Kernel clamp(Operation operation) {
    float min = number(operation, "min");
    float max = number(operation, "max");
    return of(operation, (x, result) -> clamp(x, min, max, result));
  }

  /** {@return the kernel of {@code nn.sigmoid}} */
  public static Kernel sigmoid(Operation operation) {
    return of(operation, UnaryKernels::sigmoid);
  }

  /** {@return the kernel of {@code nn.tanh}} */
  public static Kernel tanh(Operation operation) {
    return of(operation, UnaryKernels::tanh);
  }

  /** {@return the kernel of {@code nn.sqrt}} */
  public static Kernel sqrt(Operation operation) {
    return of(operation, UnaryKernels::sqrt);
  }

  /** {@return the kernel of {@code nn.hard_swish}} */
  public static Kernel hardSwish(Operation operation) {
    return of(operation, UnaryKernels::hardSwish);
  }

  /** {@return the kernel of {@code nn.hard_sigmoid}} */
  public static Kernel hardSigmoid(Operation operation) {
    float alpha = number(operation, "alpha");
    float beta = number(operation, "beta");
    return of(operation, (x, result) -> hardSigmoid(x, alpha, beta, result));
  }

  /** Bounds the elements of {@code values} in place. */
  static void clamp(Activation activation, float[] values) {
    if (activation != Activation.NONE) {
      clamp(values, activation.min(), activation.max(), values);
    }
  }

  private static float number(Operation operation, String name) {
    return (float) operation.required(name, FloatAttr.class).value();
  }

  private static void clamp(float[] x, float min, float max, float[] result) {
    for (int i = 0; i < x.length; i++) {
      result[i] = Math.min(Math.max(x[i], min), max);
    }
  }

  private static void sigmoid(float[] x, float[] result) {
    for (int i = 0; i < x.length; i++) {
      result[i] = (float) (1 / (1 + Math.exp(-(double) x[i])));
    }
  }

  private static void tanh(float[] x, float[] result) {
    for (int i = 0; i < x.length; i++) {
      result[i] = (float) Math.tanh(x[i]);
    }
  }

  private static void sqrt(float[] x, float[] result) {
    for (int i = 0; i < x.length; i++) {
      result[i] = (float) Math.sqrt(x[i]);
    }
  }

  private static void hardSwish(float[] x, float[] result) {
    for (int i = 0; i < x.length; i++) {
      result[i] = x[i] * Math.min(Math.max(x[i] + 3, 0), 6) / 6;
    }
  }

  private static void hardSigmoid(float[] x, float alpha, float beta, float[] result) {
    for (int i = 0; i < x.length; i++) {
      result[i] = Math.max(0, Math.min(1, alpha * x[i] + beta));
    }
  }
}
