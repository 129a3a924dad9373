package org.qopt.quantize;

import com.google.common.math.LongMath;
import org.qopt.dialect.quant.AnyQuantizedType;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/**
 * From real constants to the integers that stand for them: the quotient by the scale, rounded to
 * the nearest integer, halves away from zero, plus the zero point, cut to the storage range. The
 * quotient is a float32 where 24 bits are enough (storage of up to 16 bits), as in {@code
 * quant.qcast}; else a double.
 */
public final class QuantizedTensors {
  private QuantizedTensors() {}

  /**
   * {@return the elements of {@code real} as {@code type} stores them}
   *
   * @throws IllegalArgumentException if the parameters are not decided
   */
  public static Tensor quantize(Tensor real, QuantizedType type) {
    return switch (type) {
      case UniformQuantizedType one -> quantize(real, one);
      case UniformQuantizedPerAxisType many -> quantize(real, many);
      case AnyQuantizedType any -> throw new IllegalArgumentException("no parameters: " + any);
    };
  }

  private static Tensor quantize(Tensor real, UniformQuantizedType type) {
    int count = Math.toIntExact(real.size());
    int[] result = new int[count];
    for (int i = 0; i < count; i++) {
      result[i] = quantize(real.real(i), type.scale32(), type.zeroPoint(), type.storage());
    }
    return stored(real.shape(), result, type.storage());
  }

  private static Tensor quantize(Tensor real, UniformQuantizedPerAxisType type) {
    Shape shape = real.shape();
    int inner = 1;
    for (int i = type.axis() + 1; i < shape.rank(); i++) {
      inner *= shape.size(i);
    }
    int count = Math.toIntExact(real.size());
    int channels = shape.size(type.axis());
    int[] result = new int[count];
    for (int i = 0; i < count; i++) {
      int c = i / inner % channels;
      result[i] =
          quantize(
              real.real(i), (float) type.scales().get(c), type.zeroPoints().get(c), type.storage());
    }
    return stored(shape, result, type.storage());
  }

  private static int quantize(double real, float scale, long zeroPoint, StorageType storage) {
    double quotient = storage.width() <= 16 ? (float) real / scale : real / scale;
    return (int) storage.clamp(LongMath.saturatedAdd(Rounding.halfAway(quotient), zeroPoint));
  }

  private static Tensor stored(Shape shape, int[] values, StorageType storage) {
    return Tensor.of(shape, values).cast(storage.kind());
  }
}
