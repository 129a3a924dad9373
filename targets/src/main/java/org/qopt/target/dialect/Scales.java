package org.qopt.target.dialect;

import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/** What the quantized types of operands and results say, as the numerics take it. */
public final class Scales {
  private Scales() {}

  /** {@return the scale of a tensor quantized as a whole} */
  public static float scale(Type type) {
    return uniform(type).scale32();
  }

  /** {@return the zero point of a tensor quantized as a whole} */
  public static int zeroPoint(Type type) {
    return Math.toIntExact(uniform(type).zeroPoint());
  }

  /** {@return the number of bits in which a tensor is stored} */
  public static int bits(Type type) {
    return uniform(type).storage().width();
  }

  /**
   * {@return the number of bits in which all of these tensors are stored}
   *
   * @throws IllegalArgumentException if they are stored in different ones
   */
  public static int bits(Type first, Type... others) {
    for (Type other : others) {
      if (bits(other) != bits(first)) {
        throw new IllegalArgumentException(
            "one has %d bits and another %d".formatted(bits(first), bits(other)));
      }
    }
    return bits(first);
  }

  /** {@return the scales of weights: one, or one a channel} */
  public static float[] all(Type type) {
    if (((TensorType) type).elementType() instanceof UniformQuantizedPerAxisType many) {
      float[] scales = new float[many.scales().length()];
      for (int i = 0; i < scales.length; i++) {
        scales[i] = (float) many.scales().get(i);
      }
      return scales;
    }
    return new float[] {scale(type)};
  }

  /** {@return the dimensions of a static tensor} */
  public static int[] dims(Type type) {
    return ((TensorType) type).shape().dims().stream().mapToInt(Math::toIntExact).toArray();
  }

  /** {@return the number of elements of a static tensor} */
  public static long size(Type type) {
    return ((TensorType) type).shape().elements();
  }

  /** {@return the parameters of a tensor quantized as a whole} */
  public static UniformQuantizedType uniform(Type type) {
    return (UniformQuantizedType) ((TensorType) type).elementType();
  }
}
