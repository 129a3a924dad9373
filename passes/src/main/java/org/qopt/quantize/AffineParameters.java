package org.qopt.quantize;

import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedType;

/**
 * From the range of a value to one scale and zero point.
 *
 * <p>The range is widened to contain zero, which is then exactly representable: padding and the cut
 * of a relu are exact. The scale is {@code (max - min) / (storageMax - storageMin)}, rounded to
 * {@code f32} first, because everything after it is computed from the scale as a file holds it. The
 * zero point is the integer nearest to where zero lies, computed from the end of the range from
 * which the computation loses less, as TensorFlow Lite does. Integers of more than 8 bits have the
 * zero point 0, and a scale that covers the larger side of the range.
 */
public final class AffineParameters {
  /** Integers of more bits have the zero point 0: kernels for them know no other. */
  private static final int WIDEST_ASYMMETRIC = 8;

  private AffineParameters() {}

  /**
   * {@return the parameters that cover {@code range}}
   *
   * <p>A value that is always zero has scale 1, in more than 8 bits as much less as they reach
   * further, and zero point 0 (or the end of the storage range nearest to 0): any scale would do,
   * but what it is added to should keep its steps. A range so small that its scale is no normal
   * {@code f32} has the least normal one.
   */
  public static UniformQuantizedType of(ValueRange range, StorageType storage) {
    ValueRange wide = range.withZero();
    if (wide.min() == wide.max()) {
      float scale = Math.scalb(1f, Math.min(0, WIDEST_ASYMMETRIC - storage.width()));
      return UniformQuantizedType.of(storage, scale, storage.clamp(0));
    }
    if (storage.width() > WIDEST_ASYMMETRIC) {
      double magnitude = Math.max(-(double) wide.min(), wide.max());
      float scale = Math.max((float) (magnitude / storage.max()), Float.MIN_NORMAL);
      return UniformQuantizedType.of(storage, scale, 0);
    }
    double steps = (double) storage.max() - storage.min();
    float scale = Math.max((float) (((double) wide.max() - wide.min()) / steps), Float.MIN_NORMAL);
    return UniformQuantizedType.of(storage, scale, zeroPoint(wide, scale, storage));
  }

  private static long zeroPoint(ValueRange range, float scale, StorageType storage) {
    double below = range.min() / (double) scale;
    double above = range.max() / (double) scale;
    double fromMin = storage.min() - below;
    double fromMax = storage.max() - above;
    double minError = Math.abs(storage.min()) + Math.abs(below);
    double maxError = Math.abs(storage.max()) + Math.abs(above);
    return storage.clamp(Rounding.halfAway(minError < maxError ? fromMin : fromMax));
  }
}
