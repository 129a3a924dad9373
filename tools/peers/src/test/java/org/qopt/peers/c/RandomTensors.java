package org.qopt.peers.c;

import java.util.Random;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/** Tensors of stored integers. */
final class RandomTensors {
  private RandomTensors() {}

  /** {@return any integers of a tensor's storage; the extremes more often than others} */
  static Tensor of(Type type, Random random) {
    Shape shape = ((TensorType) type).shape();
    ElementKind kind = QuantizedTypes.storageKind(type).orElseThrow();
    long most = (1L << (8 * kind.bytes() - 1)) - 1;
    long[] values = new long[Math.toIntExact(shape.elements())];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (random.nextInt(16)) {
            case 0 -> most;
            case 1 -> -most - 1;
            default -> random.nextLong(-most - 1, most + 1);
          };
    }
    return Tensor.of(shape, values).cast(kind);
  }
}
