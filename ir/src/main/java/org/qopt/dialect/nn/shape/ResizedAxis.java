package org.qopt.dialect.nn.shape;

import java.util.Optional;
import org.qopt.dialect.nn.attr.Resampling;
import org.qopt.dialect.nn.attr.Resampling.Coordinates;

/**
 * Where the pixels of a resized image lie in the one that it was made of, along one axis. Places
 * are computed in {@code float}, as runtimes do: which pixel is nearest may hang on the last bit.
 *
 * @param input the number of pixels of the image, at least 1
 * @param output the number of pixels of the result
 * @param scale how much the image grows, if it was told; else {@code output / input}
 */
public record ResizedAxis(int input, int output, Optional<Float> scale) {

  // What ONNX Runtime takes for the middle of two pixels although it was rounded.
  private static final double NEAR_MIDDLE = 1e-6;

  /**
   * {@return the pixel of the image that each pixel of the result is nearest to}
   *
   * @param resampling how places are found and rounded
   */
  public int[] nearest(Resampling resampling) {
    int[] result = new int[output];
    for (int i = 0; i < output; i++) {
      double place = place(i, resampling.coordinates());
      double middle = Math.floor(place) + 0.5;
      if (scale.isPresent() && Math.abs(place - middle) < NEAR_MIDDLE) {
        place = middle;
      }
      result[i] = Math.clamp(resampling.rounding().nearest(place), 0, input - 1);
    }
    return result;
  }

  /** {@return the place of each pixel of the result, from 0 to the image's last pixel} */
  public float[] places(Coordinates coordinates) {
    float[] result = new float[output];
    for (int i = 0; i < output; i++) {
      result[i] = Math.clamp(place(i, coordinates), 0f, input - 1);
    }
    return result;
  }

  /**
   * {@return the place of pixel {@code index} of the result, which may lie outside of the image}
   */
  private float place(int index, Coordinates coordinates) {
    return switch (coordinates) {
      case ASYMMETRIC -> shrunk(index);
      case HALF_PIXEL -> shrunk(index + 0.5f) - 0.5f;
      case PYTORCH_HALF_PIXEL -> output == 1 ? 0 : shrunk(index + 0.5f) - 0.5f;
      case ALIGN_CORNERS -> aligned(index);
    };
  }

  // ONNX divides by the scale; TensorFlow Lite, which knows sizes only, multiplies.
  private float shrunk(float place) {
    return scale.isPresent() ? place / scale.get() : place * ((float) input / output);
  }

  private float aligned(float place) {
    if (output == 1) {
      return 0;
    }
    float last = input - 1;
    return scale.isPresent() ? place * last / (output - 1) : place * (last / (output - 1));
  }
}
