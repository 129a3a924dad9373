package org.qopt.quantize;

import java.util.OptionalInt;
import org.qopt.dialect.quant.StorageType;
import org.qopt.ir.tensor.Tensor;

/**
 * Scales of symmetric weights: for each channel the largest magnitude divided by the largest stored
 * integer, as an {@code f32}; or by a smaller integer if the weights lie on the grid of its steps.
 *
 * <p>A channel of zeros has the scale of the whole tensor, 1 if all is zero.
 */
public final class WeightScales {
  private WeightScales() {}

  /**
   * {@return one scale for each index of {@code axis}, or one for all without an axis}
   *
   * @throws IllegalArgumentException if a weight is not finite
   */
  public static float[] of(Tensor weights, OptionalInt axis, StorageType storage) {
    float[][] channels = WeightChannels.of(weights, axis);
    float[] largest = new float[channels.length];
    float whole = 0;
    for (int i = 0; i < channels.length; i++) {
      largest[i] = magnitude(channels[i]);
      whole = Math.max(whole, largest[i]);
    }
    float[] scales = new float[channels.length];
    for (int i = 0; i < scales.length; i++) {
      float magnitude = largest[i] == 0 ? whole : largest[i];
      scales[i] = magnitude == 0 ? 1 : scale(channels[i], magnitude, storage);
    }
    return scales;
  }

  private static float scale(float[] channel, float magnitude, StorageType storage) {
    long steps = WeightGrid.steps(channel, magnitude, storage.max());
    return Math.max((float) (magnitude / (double) steps), Float.MIN_NORMAL);
  }

  private static float magnitude(float[] channel) {
    float largest = 0;
    for (float weight : channel) {
      if (!Float.isFinite(weight)) {
        throw new IllegalArgumentException("a weight is " + weight);
      }
      largest = Math.max(largest, Math.abs(weight));
    }
    return largest;
  }
}
