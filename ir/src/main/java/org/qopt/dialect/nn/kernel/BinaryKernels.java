package org.qopt.dialect.nn.kernel;

import java.util.function.Function;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.dialect.nn.shape.Broadcasting;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.interpret.KernelFactory;

/** The kernels of operations on two tensors, element by element. Each has a loop of its own. */
public final class BinaryKernels {
  private BinaryKernels() {}

  /** {@return the kernel of {@code nn.add}} */
  public static Kernel add(Operation operation) {
    return of(BinaryKernels::addRow).prepare(operation);
  }

  /** {@return the kernel of {@code nn.sub}} */
  public static Kernel sub(Operation operation) {
    return of(BinaryKernels::subRow).prepare(operation);
  }

  /** {@return the kernel of {@code nn.mul}} */
  public static Kernel mul(Operation operation) {
    return of(BinaryKernels::mulRow).prepare(operation);
  }

  /** {@return the kernel of {@code nn.div}} */
  public static Kernel div(Operation operation) {
    return of(BinaryKernels::divRow).prepare(operation);
  }

  /** {@return the kernel of {@code nn.pow}} */
  public static Kernel pow(Operation operation) {
    return of(BinaryKernels::powRow, _ -> Activation.NONE).prepare(operation);
  }

  private static KernelFactory of(BroadcastLoop.Row row) {
    return of(row, Activation::of);
  }

  private static KernelFactory of(
      BroadcastLoop.Row row, Function<Operation, Activation> activationOf) {
    return FloatKernels.of(
        Broadcasting::binary,
        operation -> {
          Activation activation = activationOf.apply(operation);
          return (input, operands, shape, result) -> {
            BroadcastLoop.run(
                input.shape(0),
                operands.get(0),
                input.shape(1),
                operands.get(1),
                shape,
                result,
                row);
            UnaryKernels.clamp(activation, result);
          };
        });
  }

  private static void addRow(
      float[] a, int ai, int as, float[] b, int bi, int bs, float[] result, int ri, int count) {
    for (int i = 0; i < count; i++) {
      result[ri + i] = a[ai + i * as] + b[bi + i * bs];
    }
  }

  private static void subRow(
      float[] a, int ai, int as, float[] b, int bi, int bs, float[] result, int ri, int count) {
    for (int i = 0; i < count; i++) {
      result[ri + i] = a[ai + i * as] - b[bi + i * bs];
    }
  }

  private static void mulRow(
      float[] a, int ai, int as, float[] b, int bi, int bs, float[] result, int ri, int count) {
    for (int i = 0; i < count; i++) {
      result[ri + i] = a[ai + i * as] * b[bi + i * bs];
    }
  }

  private static void divRow(
      float[] a, int ai, int as, float[] b, int bi, int bs, float[] result, int ri, int count) {
    for (int i = 0; i < count; i++) {
      result[ri + i] = a[ai + i * as] / b[bi + i * bs];
    }
  }

  private static void powRow(
      float[] a, int ai, int as, float[] b, int bi, int bs, float[] result, int ri, int count) {
    for (int i = 0; i < count; i++) {
      result[ri + i] = (float) Math.pow(a[ai + i * as], b[bi + i * bs]);
    }
  }
}
