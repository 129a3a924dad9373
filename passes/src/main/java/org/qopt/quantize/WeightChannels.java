package org.qopt.quantize;

import java.util.OptionalInt;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** The elements of weights, channel by channel. */
public final class WeightChannels {
  private WeightChannels() {}

  /** {@return the elements at each index of {@code axis}, or all as one channel without an axis} */
  public static float[][] of(Tensor weights, OptionalInt axis) {
    Shape shape = weights.shape();
    int inner = 1;
    for (int i = axis.orElse(-1) + 1; i < shape.rank(); i++) {
      inner *= shape.size(i);
    }
    int count = axis.isPresent() ? shape.size(axis.getAsInt()) : 1;
    float[] values = weights.floats();
    float[][] channels = new float[count][values.length / Math.max(1, count)];
    for (int i = 0; i < values.length; i++) {
      // Index (outer, channel, inner) in row-major order.
      int channel = i / inner % count;
      int outer = i / inner / count;
      channels[channel][outer * inner + i % inner] = values[i];
    }
    return channels;
  }
}
