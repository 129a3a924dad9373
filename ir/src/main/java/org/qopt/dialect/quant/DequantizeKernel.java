package org.qopt.dialect.quant;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;

/** Computes {@code quant.dcast}. */
final class DequantizeKernel {
  private DequantizeKernel() {}

  static Kernel prepare(Operation op) {
    Optional<QuantizedType> type = QuantizedTypes.of(op.operand(0).type());
    ElementKind kind = QuantizedTypes.storageKind(op.result().type()).orElseThrow();
    if (type.isEmpty() || type.get() instanceof AnyQuantizedType) {
      return _ -> {
        throw new InferenceException(
            "cannot be run: the scale of "
                + CastRules.element(op.operand(0).type())
                + " is not decided yet");
      };
    }
    Grid grid = Grid.of(type.get());
    return operands -> List.of(dequantize(operands.getFirst(), grid).cast(kind));
  }

  private static Tensor dequantize(Tensor input, Grid grid) {
    float[] values = new float[Math.toIntExact(input.size())];
    int run = grid.run(input.shape());
    for (int start = 0, index = 0; start < values.length; start += run, index++) {
      int parameter = index % grid.scales().length;
      double scale = grid.scales()[parameter];
      long zeroPoint = grid.zeroPoints()[parameter];
      for (int i = start; i < start + run; i++) {
        values[i] = (float) ((input.integer(i) - zeroPoint) * scale);
      }
    }
    return Tensor.of(input.shape(), values);
  }
}
