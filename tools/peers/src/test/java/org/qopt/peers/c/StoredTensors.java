package org.qopt.peers.c;

import java.util.Random;
import org.qopt.cli.model.Boundary;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Packing;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.target.BoundaryRounding;

/** Tensors as programs store them. */
final class StoredTensors {
  private StoredTensors() {}

  /** {@return any integers of a tensor's storage; the extremes more often than others} */
  static Tensor random(Type type, Random random) {
    Shape shape = ((TensorType) type).shape();
    if (BlockType.of(type).isPresent()) {
      return new Packing(BlockType.of(type).get(), shape).pack(reals(shape, random));
    }
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

  /** Numbers of very different magnitudes, and zeros. */
  private static float[] reals(Shape shape, Random random) {
    float[] values = new float[Math.toIntExact(shape.elements())];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          random.nextInt(8) == 0
              ? 0
              : (float) Math.scalb(random.nextGaussian(), random.nextInt(24) - 16);
    }
    return values;
  }

  /** {@return real numbers as a tensor of this type stores them} */
  static Tensor of(Tensor real, Type type) {
    return BlockType.of(type).isPresent()
        ? new Packing(BlockType.of(type).get(), real.shape())
            .pack(real.cast(ElementKind.F32).floats())
        : Boundary.toArgument(real, type, BoundaryRounding.HALF_AWAY);
  }
}
