package org.qopt.ir.attribute;

import org.qopt.ir.print.FloatText;
import org.qopt.ir.tensor.NarrowFloats;
import org.qopt.ir.type.FloatType;

/**
 * A floating-point number with its type: {@code 0.5 : f32}.
 *
 * @param value the number, rounded to its type where that is {@code f32}, {@code f16} or {@code
 *     bf16}
 * @param type its type
 */
public record FloatAttr(double value, FloatType type) implements Attribute {
  /** Rounds the value to its type. */
  public FloatAttr {
    value =
        switch (type) {
          case F32 -> (float) value;
          case F16 -> Float.float16ToFloat(NarrowFloats.toFloat16(value));
          case BF16 -> NarrowFloats.fromBfloat16(NarrowFloats.toBfloat16(value));
          default -> value;
        };
  }

  /** {@return the number {@code value} of type {@code f32}} */
  public static FloatAttr f32(float value) {
    return new FloatAttr(value, FloatType.F32);
  }

  @Override
  public String toString() {
    return FloatText.of(value, type) + " : " + type;
  }
}
