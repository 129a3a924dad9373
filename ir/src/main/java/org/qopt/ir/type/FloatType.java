package org.qopt.ir.type;

import java.util.Optional;

/** A floating-point type of MLIR's builtin dialect. */
public enum FloatType implements Type {
  /** IEEE binary16. */
  F16("f16", 16),
  /** The upper half of an IEEE binary32. */
  BF16("bf16", 16),
  /** IEEE binary32. */
  F32("f32", 32),
  /** IEEE binary64. */
  F64("f64", 64),
  /** x87 extended precision. */
  F80("f80", 80),
  /** IEEE binary128. */
  F128("f128", 128),
  /** TensorFloat-32, 19 bits in use. */
  TF32("tf32", 19),
  /** 8 bits: 5 of exponent, 2 of mantissa. */
  F8E5M2("f8E5M2", 8),
  /** 8 bits: 4 of exponent, 3 of mantissa. */
  F8E4M3("f8E4M3", 8),
  /** 8 bits: 4 of exponent, 3 of mantissa, finite only. */
  F8E4M3FN("f8E4M3FN", 8),
  /** 8 bits: 5 of exponent, 2 of mantissa, finite only, no negative zero. */
  F8E5M2FNUZ("f8E5M2FNUZ", 8),
  /** 8 bits: 4 of exponent, 3 of mantissa, finite only, no negative zero. */
  F8E4M3FNUZ("f8E4M3FNUZ", 8),
  /** 8 bits: 4 of exponent with bias 11, 3 of mantissa, finite only, no negative zero. */
  F8E4M3B11FNUZ("f8E4M3B11FNUZ", 8),
  /** 8 bits: 3 of exponent, 4 of mantissa. */
  F8E3M4("f8E3M4", 8);

  private final String text;
  private final int width;

  FloatType(String text, int width) {
    this.text = text;
    this.width = width;
  }

  /** {@return the number of bits} */
  public int width() {
    return width;
  }

  /** {@return the type written {@code text}, if there is one} */
  public static Optional<FloatType> parse(String text) {
    for (FloatType type : values()) {
      if (type.text.equals(text)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
