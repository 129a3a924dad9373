package org.qopt.cli.data;

import java.nio.file.Path;
import java.util.Map;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.parser.array.NpyWriter;
import org.qopt.parser.array.NpzWriter;

/** Files of samples for tests. */
public final class Arrays {
  private Arrays() {}

  /** {@return an array of that shape that counts from 0} */
  public static Tensor counting(long... shape) {
    float[] values = new float[(int) Shape.of(shape).elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    return Tensor.of(Shape.of(shape), values);
  }

  /** Writes an array of at least one dimension as {@code .npy}. */
  public static void writeNpy(Path file, Tensor array) {
    long[] sample = array.shape().dims().subArray(1, array.shape().rank()).toArray();
    try (NpyWriter writer = NpyWriter.create(file, array.kind(), Shape.of(sample))) {
      writer.append(array);
      writer.finish();
    }
  }

  /** Writes arrays as {@code .npz}. */
  public static void writeNpz(Path file, Map<String, Tensor> arrays) {
    try (NpzWriter writer = NpzWriter.create(file)) {
      arrays.forEach(writer::add);
      writer.finish();
    }
  }
}
