package org.qopt.ir.print;

import org.qopt.ir.type.FloatType;

/**
 * Floating-point numbers as text that MLIR reads. The shortest decimal that reads back as the same
 * number is written, with a point, as MLIR's grammar asks; infinities and NaN are written as the
 * hexadecimal bits.
 */
public final class FloatText {
  private FloatText() {}

  /** {@return the text of {@code value}, a number that {@code type} can hold} */
  public static String of(double value, FloatType type) {
    return switch (type) {
      case F32 -> of((float) value);
      case F16 ->
          Double.isFinite(value)
              ? Float.toString((float) value)
              : String.format("0x%04X", Float.floatToFloat16((float) value));
      case BF16 ->
          Double.isFinite(value)
              ? Float.toString((float) value)
              : String.format("0x%04X", Float.floatToRawIntBits((float) value) >>> 16);
      default ->
          Double.isFinite(value)
              ? Double.toString(value)
              : String.format("0x%016X", Double.doubleToRawLongBits(value));
    };
  }

  /** {@return the text of {@code value} as an {@code f32}} */
  public static String of(float value) {
    return Float.isFinite(value)
        ? Float.toString(value)
        : String.format("0x%08X", Float.floatToRawIntBits(value));
  }
}
