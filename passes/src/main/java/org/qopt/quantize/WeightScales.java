package org.qopt.quantize;

import java.util.OptionalInt;
import org.qopt.dialect.quant.StorageType;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/**
 * Scales of symmetric weights: for each channel the largest magnitude divided by the largest stored
 * integer, as an {@code f32}.
 *
 * <p>A channel of zeros has the scale of the whole tensor (1 if all is zero): its bias is then as
 * fine as that of the coarsest channel beside it.
 */
public final class WeightScales {
  private WeightScales() {}

  /**
   * {@return one scale for each index of {@code axis}, or one for all without an axis}
   *
   * @throws IllegalArgumentException if a weight is not finite
   */
  public static float[] of(Tensor weights, OptionalInt axis, StorageType storage) {
    float[] largest = magnitudes(weights, axis);
    float whole = 0;
    for (float magnitude : largest) {
      whole = Math.max(whole, magnitude);
    }
    float[] scales = new float[largest.length];
    for (int i = 0; i < scales.length; i++) {
      float magnitude = largest[i] == 0 ? whole : largest[i];
      scales[i] = magnitude == 0 ? 1 : scale(magnitude, storage);
    }
    return scales;
  }

  private static float scale(float magnitude, StorageType storage) {
    return Math.max((float) (magnitude / (double) storage.max()), Float.MIN_NORMAL);
  }

  private static float[] magnitudes(Tensor weights, OptionalInt axis) {
    Shape shape = weights.shape();
    long inner = 1;
    for (int i = axis.orElse(-1) + 1; i < shape.rank(); i++) {
      inner *= shape.dim(i);
    }
    float[] largest = new float[axis.isPresent() ? shape.size(axis.getAsInt()) : 1];
    float[] values = weights.floats();
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException("weight " + i + " is " + values[i]);
      }
      int channel = (int) (i / inner % largest.length);
      largest[channel] = Math.max(largest[channel], Math.abs(values[i]));
    }
    return largest;
  }
}
