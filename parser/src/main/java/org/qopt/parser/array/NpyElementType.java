package org.qopt.parser.array;

import java.nio.ByteOrder;
import org.qopt.ir.tensor.ElementKind;

/**
 * How a header names the type of the elements, as in {@code <f4}: the byte order, a letter for the
 * sort of number, the size in bytes.
 *
 * @param kind the sort and size
 * @param order the byte order; little endian where it makes no difference
 */
record NpyElementType(ElementKind kind, ByteOrder order) {
  static NpyElementType parse(String text) throws NpyFormatException {
    if (text.length() < 2) {
      throw unsupported(text);
    }
    char prefix = text.charAt(0);
    ElementKind kind = kind(text.substring(1), text);
    boolean known = prefix == '<' || prefix == '>' || (prefix == '|' && kind.bytes() == 1);
    if (!known) {
      throw unsupported(text);
    }
    boolean big = prefix == '>' && kind.bytes() > 1;
    return new NpyElementType(kind, big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  private static ElementKind kind(String letters, String text) throws NpyFormatException {
    return switch (letters) {
      case "b1" -> ElementKind.BOOL;
      case "i1" -> ElementKind.I8;
      case "u1" -> ElementKind.U8;
      case "i2" -> ElementKind.I16;
      case "u2" -> ElementKind.U16;
      case "i4" -> ElementKind.I32;
      case "u4" -> ElementKind.U32;
      case "i8" -> ElementKind.I64;
      case "u8" -> ElementKind.U64;
      case "f2" -> ElementKind.F16;
      case "f4" -> ElementKind.F32;
      case "f8" -> ElementKind.F64;
      default -> throw unsupported(text);
    };
  }

  private static NpyFormatException unsupported(String text) {
    return new NpyFormatException(
        "expected elements of bool, int8 to int64, uint8 to uint64 or float16 to float64, found"
            + " type '"
            + Excerpt.of(text)
            + "'");
  }

  /** {@return the name of a type that the format can hold, in little-endian order} */
  static String text(ElementKind kind) {
    return switch (kind) {
      case BOOL -> "|b1";
      case I8 -> "|i1";
      case U8 -> "|u1";
      case I16 -> "<i2";
      case U16 -> "<u2";
      case I32 -> "<i4";
      case U32 -> "<u4";
      case I64 -> "<i8";
      case U64 -> "<u8";
      case F16 -> "<f2";
      case F32 -> "<f4";
      case F64 -> "<f8";
      case BF16 -> throw new IllegalArgumentException("the format has no bfloat16");
    };
  }
}
