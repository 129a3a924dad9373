package org.qopt.parser.onnx;

import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** Quantizes and dequantizes constants as ONNX defines it: halves are rounded to even. */
final class ConstantCasts {
  private ConstantCasts() {}

  /** {@return the integers that stand for {@code real} numbers} */
  static Tensor quantized(Tensor real, QuantizedType type) {
    int[] integers = new int[Math.toIntExact(real.size())];
    int run = run(real.shape(), type);
    for (int i = 0; i < integers.length; i++) {
      int index = i / run;
      double quotient = Math.rint((float) real.real(i) / scale(type, index));
      double integer = quotient + zeroPoint(type, index);
      integers[i] =
          (int) Math.clamp(integer, (double) type.storage().min(), (double) type.storage().max());
    }
    return Tensor.of(real.shape(), integers).cast(type.storage().kind());
  }

  /** {@return the real numbers that {@code integers} stand for} */
  static Tensor real(Tensor integers, QuantizedType type) {
    float[] real = new float[Math.toIntExact(integers.size())];
    int run = run(integers.shape(), type);
    for (int i = 0; i < real.length; i++) {
      int index = i / run;
      real[i] =
          (float) ((integers.integer(i) - zeroPoint(type, index)) * (double) scale(type, index));
    }
    return Tensor.of(integers.shape(), real);
  }

  private static int run(Shape shape, QuantizedType type) {
    int axis = type instanceof UniformQuantizedPerAxisType many ? many.axis() : -1;
    long run = axis < 0 ? shape.elements() : 1;
    for (int i = axis + 1; axis >= 0 && i < shape.rank(); i++) {
      run *= shape.dim(i);
    }
    return Math.toIntExact(Math.max(run, 1));
  }

  private static float scale(QuantizedType type, int index) {
    return type instanceof UniformQuantizedPerAxisType many
        ? (float) many.scales().get(index % many.scales().length())
        : ((UniformQuantizedType) type).scale32();
  }

  private static long zeroPoint(QuantizedType type, int index) {
    return type instanceof UniformQuantizedPerAxisType many
        ? many.zeroPoints().get(index % many.zeroPoints().length())
        : ((UniformQuantizedType) type).zeroPoint();
  }
}
