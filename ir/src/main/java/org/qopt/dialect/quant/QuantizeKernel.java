package org.qopt.dialect.quant;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;

/** Computes {@code quant.qcast}. */
final class QuantizeKernel {
  private static final float LIMIT = 0x1p31f;

  private QuantizeKernel() {}

  static Kernel prepare(Operation op) {
    Optional<QuantizedType> type = QuantizedTypes.of(op.result().type());
    if (type.isEmpty() || type.get() instanceof AnyQuantizedType) {
      return _ -> {
        throw new InferenceException(
            "cannot be run: the scale of "
                + CastRules.element(op.result().type())
                + " is not decided yet");
      };
    }
    Grid grid = Grid.of(type.get());
    return operands -> List.of(quantize(operands.getFirst(), grid));
  }

  private static Tensor quantize(Tensor input, Grid grid) {
    float[] values = input.cast(ElementKind.F32).floats();
    int[] stored = new int[values.length];
    int run = grid.run(input.shape());
    for (int start = 0, index = 0; start < values.length; start += run, index++) {
      int parameter = index % grid.scales().length;
      float scale = grid.scales()[parameter];
      long zeroPoint = grid.zeroPoints()[parameter];
      for (int i = start; i < start + run; i++) {
        stored[i] = quantize(values[i], scale, zeroPoint, grid.storage());
      }
    }
    return Tensor.of(ElementKind.I32, input.shape(), stored).cast(grid.storage().kind());
  }

  /**
   * {@return the integer that stands for {@code value}}
   *
   * <p>A quotient beyond 32 bits gives the least integer, whatever its sign: the conversion of
   * floats to integers of x86-64, which TensorFlow Lite's reference kernel shows.
   */
  static int quantize(float value, float scale, long zeroPoint, StorageType storage) {
    float quotient = value / scale;
    if (!(Math.abs(quotient) < LIMIT)) {
      return (int) storage.min();
    }
    // Exact in double, so that floor(|q| + 1/2) is the nearest integer, halves away from zero.
    double magnitude = Math.floor(Math.abs((double) quotient) + 0.5);
    long rounded = (long) Math.copySign(magnitude, quotient);
    return (int) storage.clamp(rounded + zeroPoint);
  }
}
