package org.qopt.dialect.calib;

import java.util.List;
import org.qopt.dialect.quant.StorageType;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;

/** Computes {@code calib.fake_quant}. */
final class FakeQuantKernel implements Kernel {
  private final float scale;
  private final float low;
  private final float high;

  FakeQuantKernel(FakeQuantOp op) {
    StorageType storage = op.storage().storage();
    // TensorFlow Lite counts the integers of a grid from 0, or from 1 where the least is unused.
    long least = StorageType.full(storage.width(), storage.signed()).min();
    float first = storage.min() - least;
    float last = storage.max() - least;
    scale = (op.max() - op.min()) / (last - first);
    float exactZero = first - op.min() / scale;
    float zero = Math.clamp(round(exactZero), first, last);
    low = (first - zero) * scale;
    high = (last - zero) * scale;
  }

  @Override
  public List<Tensor> run(List<Tensor> operands) {
    Tensor input = operands.getFirst();
    float[] values = input.cast(ElementKind.F32).floats();
    float[] result = new float[values.length];
    float inverse = 1 / scale;
    for (int i = 0; i < values.length; i++) {
      float shifted = Math.min(Math.max(values[i], low), high) - low;
      result[i] = round(shifted * inverse) * scale + low;
    }
    return List.of(Tensor.of(input.shape(), result).cast(input.kind()));
  }

  private static float round(float value) {
    return (float) Math.copySign(Math.floor(Math.abs((double) value) + 0.5), value);
  }
}
