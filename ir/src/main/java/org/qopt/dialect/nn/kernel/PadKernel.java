package org.qopt.dialect.nn.kernel;

import java.util.Arrays;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** The kernel of {@code nn.pad}. */
public final class PadKernel {
  private PadKernel() {}

  /** {@return the kernel of {@code nn.pad}} */
  public static Kernel prepare(Operation operation) {
    Tensor value = value(operation);
    return MovementKernels.of(
        operation,
        MovementShapes::pad,
        (input, operands, shape, result) -> {
          fill(result, Buffers.array(value));
          Shape inner = input.shape(0);
          int[] padding = input.ints("padding");
          StridedCopy.Walk target = StridedCopy.Walk.over(shape);
          int offset = 0;
          for (int i = 0; i < inner.rank(); i++) {
            offset += padding[2 * i] * target.strides()[i];
          }
          new StridedCopy(
                  MovementKernels.sizes(inner), StridedCopy.Walk.over(inner), target.at(offset))
              .run(Buffers.array(operands.getFirst()), result);
        });
  }

  // The one element that surrounds, as the operand stores it.
  private static Tensor value(Operation operation) {
    float real = (float) operation.required("value", FloatAttr.class).value();
    ElementKind kind = QuantizedTypes.storageKind(operation.operand(0).type()).orElseThrow();
    return QuantizedTypes.uniform(operation.operand(0).type())
        .map(type -> Tensor.of(Shape.of(1), type.quantize(real)).cast(kind))
        .orElseGet(() -> Tensor.of(Shape.of(1), real).cast(kind));
  }

  private static void fill(Object result, Object value) {
    switch (result) {
      case byte[] a -> Arrays.fill(a, ((byte[]) value)[0]);
      case short[] a -> Arrays.fill(a, ((short[]) value)[0]);
      case int[] a -> Arrays.fill(a, ((int[]) value)[0]);
      case long[] a -> Arrays.fill(a, ((long[]) value)[0]);
      case float[] a -> Arrays.fill(a, ((float[]) value)[0]);
      case double[] a -> Arrays.fill(a, ((double[]) value)[0]);
      default -> throw new IllegalArgumentException("not an array of numbers");
    }
  }
}
