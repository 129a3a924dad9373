package org.qopt.ir.tensor;

import java.util.Optional;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.IndexType;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.IntegerType.Signedness;
import org.qopt.ir.type.Type;

/** How the elements of a {@link Tensor} are stored. */
public enum ElementKind {
  /** A boolean, one byte each, 0 or 1. */
  BOOL(1),
  /** Signed 8 bits. */
  I8(1),
  /** Unsigned 8 bits. */
  U8(1),
  /** Signed 16 bits. */
  I16(2),
  /** Unsigned 16 bits. */
  U16(2),
  /** Signed 32 bits. */
  I32(4),
  /** Unsigned 32 bits. */
  U32(4),
  /** Signed 64 bits. */
  I64(8),
  /** Unsigned 64 bits. */
  U64(8),
  /** IEEE binary16, as its bits. */
  F16(2),
  /** bfloat16, as its bits. */
  BF16(2),
  /** IEEE binary32. */
  F32(4),
  /** IEEE binary64. */
  F64(8);

  private final int bytes;

  ElementKind(int bytes) {
    this.bytes = bytes;
  }

  /** {@return the size of one element in bytes} */
  public int bytes() {
    return bytes;
  }

  /** {@return whether the elements are floating-point numbers} */
  public boolean isFloat() {
    return ordinal() >= F16.ordinal();
  }

  /** {@return the kind that stores elements of builtin type {@code type}, if there is one} */
  public static Optional<ElementKind> of(Type type) {
    // No pattern switch: linking one takes milliseconds of every start, and every start comes here.
    if (type instanceof FloatType real) {
      return floating(real);
    }
    if (type instanceof IntegerType(int width, Signedness signedness)) {
      return integer(width, signedness == Signedness.UNSIGNED);
    }
    return type instanceof IndexType ? Optional.of(I64) : Optional.empty();
  }

  private static Optional<ElementKind> floating(FloatType type) {
    return switch (type) {
      case F16 -> Optional.of(F16);
      case BF16 -> Optional.of(BF16);
      case F32 -> Optional.of(F32);
      case F64 -> Optional.of(F64);
      default -> Optional.empty();
    };
  }

  private static Optional<ElementKind> integer(int width, boolean unsigned) {
    return switch (width) {
      case 1 -> Optional.of(BOOL);
      case 8 -> Optional.of(unsigned ? U8 : I8);
      case 16 -> Optional.of(unsigned ? U16 : I16);
      case 32 -> Optional.of(unsigned ? U32 : I32);
      case 64 -> Optional.of(unsigned ? U64 : I64);
      default -> Optional.empty();
    };
  }

  /** {@return the builtin type whose elements are stored so} */
  public Type type() {
    return switch (this) {
      case BOOL -> IntegerType.I1;
      case I8 -> IntegerType.I8;
      case U8 -> IntegerType.UI8;
      case I16 -> IntegerType.I16;
      case U16 -> new IntegerType(16, Signedness.UNSIGNED);
      case I32 -> IntegerType.I32;
      case U32 -> new IntegerType(32, Signedness.UNSIGNED);
      case I64 -> IntegerType.I64;
      case U64 -> new IntegerType(64, Signedness.UNSIGNED);
      case F16 -> FloatType.F16;
      case BF16 -> FloatType.BF16;
      case F32 -> FloatType.F32;
      case F64 -> FloatType.F64;
    };
  }
}
