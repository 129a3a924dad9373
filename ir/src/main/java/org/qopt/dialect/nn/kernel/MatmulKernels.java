package org.qopt.dialect.nn.kernel;

import java.util.Optional;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.dialect.nn.shape.MatmulShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Constants;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.type.Shape;

/** The kernels of matrix products. */
public final class MatmulKernels {
  private MatmulKernels() {}

  /** {@return the kernel of {@code nn.fully_connected}} */
  public static Kernel fullyConnected(Operation operation) {
    return FloatKernels.of(MatmulShapes::fullyConnected, MatmulKernels::prepare).prepare(operation);
  }

  private static FloatKernels.Body prepare(Operation operation) {
    Activation activation = Activation.of(operation);
    Optional<float[]> constant =
        Constants.evaluate(operation.operand(1))
            .map(f -> FilterRows.of(f.cast(ElementKind.F32).floats(), f.shape().size(0)));
    return (input, operands, shape, result) -> {
      int outputs = input.shape(1).size(0);
      int depth = input.shape(1).size(1);
      float[] rows = constant.orElseGet(() -> FilterRows.of(operands.get(1), outputs));
      Accumulator sums = new Accumulator(outputs);
      float[] bias = ConvKernels.bias(operands);
      for (int row = 0; outputs > 0 && row < result.length / outputs; row++) {
        sums.start(bias, 0);
        sums.addRows(operands.getFirst(), row * depth, depth, rows, 0, outputs);
        sums.store(activation, result, row * outputs);
      }
    };
  }

  /** {@return the kernel of {@code nn.matmul}} */
  public static Kernel matmul(Operation operation) {
    return FloatKernels.of(
            MatmulShapes::matmul,
            _ ->
                (input, operands, shape, result) ->
                    matmul(
                        input.shape(0),
                        operands.get(0),
                        input.shape(1),
                        operands.get(1),
                        shape,
                        result))
        .prepare(operation);
  }

  private static void matmul(
      Shape aShape, float[] a, Shape bShape, float[] b, Shape shape, float[] result) {
    int rows = shape.size(-2);
    int columns = shape.size(-1);
    int depth = aShape.size(-1);
    Shape batch = MatmulShapes.batch(shape);
    int[] left = BroadcastLoop.indices(MatmulShapes.batch(aShape), batch);
    int[] right = BroadcastLoop.indices(MatmulShapes.batch(bShape), batch);
    Accumulator sums = new Accumulator(columns);
    for (int n = 0; n < left.length; n++) {
      for (int m = 0; m < rows; m++) {
        sums.start(new float[0], 0);
        sums.addRows(
            a, (left[n] * rows + m) * depth, depth, b, right[n] * depth * columns, columns);
        sums.store(Activation.NONE, result, (n * rows + m) * columns);
      }
    }
  }
}
