package org.qopt.dialect.quant;

import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.type.IntegerType;

/**
 * The integers in which quantized values are stored: {@code i8}, {@code u8}, {@code i8<-127:127>}.
 *
 * @param width the number of bits, 1 to {@value #MAX_WIDTH}
 * @param signed whether they are two's complement
 * @param min the least integer in use
 * @param max the largest integer in use
 */
public record StorageType(int width, boolean signed, long min, long max) {
  /** MLIR's limit on the width of a storage type. */
  public static final int MAX_WIDTH = 32;

  /** {@code i8}: -128 to 127. */
  public static final StorageType I8 = full(8, true);

  /** {@code i8<-127:127>}: what weights use, so that negation cannot overflow. */
  public static final StorageType I8_NARROW = new StorageType(8, true, -127, 127);

  /** {@code i16}. */
  public static final StorageType I16 = full(16, true);

  /** {@code i32}: what biases use. */
  public static final StorageType I32 = full(32, true);

  /**
   * Checks width and range.
   *
   * @throws IllegalArgumentException if they are not what MLIR accepts
   */
  public StorageType {
    if (width < 1 || width > MAX_WIDTH) {
      throw new IllegalArgumentException(
          "storage type width must be 1 to " + MAX_WIDTH + ", but got " + width);
    }
    if (min >= max || min < least(width, signed) || max > largest(width, signed)) {
      throw new IllegalArgumentException(
          "illegal storage range " + min + ":" + max + " for " + prefix(signed) + width);
    }
  }

  /** {@return the storage type that uses all integers of {@code width} bits} */
  public static StorageType full(int width, boolean signed) {
    return new StorageType(width, signed, least(width, signed), largest(width, signed));
  }

  /** {@return the builtin integer type that holds these integers: {@code i8} or {@code ui8}} */
  public IntegerType integerType() {
    return signed ? IntegerType.of(width) : new IntegerType(width, IntegerType.Signedness.UNSIGNED);
  }

  /** {@return how a tensor stores these integers: in the narrowest kind that holds them} */
  public ElementKind kind() {
    if (width <= 8) {
      return signed ? ElementKind.I8 : ElementKind.U8;
    }
    if (width <= 16) {
      return signed ? ElementKind.I16 : ElementKind.U16;
    }
    return signed ? ElementKind.I32 : ElementKind.U32;
  }

  /** {@return {@code value}, or the end of the range that it is beyond} */
  public long clamp(long value) {
    return Math.clamp(value, min, max);
  }

  private static long least(int width, boolean signed) {
    return signed ? -(1L << (width - 1)) : 0;
  }

  private static long largest(int width, boolean signed) {
    return (1L << (signed ? width - 1 : width)) - 1;
  }

  private static String prefix(boolean signed) {
    return signed ? "i" : "u";
  }

  @Override
  public String toString() {
    boolean full = min == least(width, signed) && max == largest(width, signed);
    return prefix(signed) + width + (full ? "" : "<" + min + ":" + max + ">");
  }
}
