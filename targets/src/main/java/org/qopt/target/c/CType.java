package org.qopt.target.c;

import java.util.Optional;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.type.Type;

/** The integer types of the programs. */
public enum CType {
  I8("int8_t", 1),
  I16("int16_t", 2),
  I32("int32_t", 4),
  U32("uint32_t", 4),
  I64("int64_t", 8),
  U64("uint64_t", 8);

  private final String text;
  private final int bytes;

  CType(String text, int bytes) {
    this.text = text;
    this.bytes = bytes;
  }

  /** {@return its name in C} */
  public String text() {
    return text;
  }

  /** {@return the size of one} */
  public int bytes() {
    return bytes;
  }

  /** {@return a short name, such as {@code i8}} */
  String shortName() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** {@return the type that the elements of a tensor are stored in, if there is one} */
  public static Optional<CType> of(Type tensor) {
    return QuantizedTypes.storageKind(tensor).flatMap(CType::of);
  }

  private static Optional<CType> of(ElementKind kind) {
    return switch (kind) {
      case I8 -> Optional.of(I8);
      case I16 -> Optional.of(I16);
      case I32 -> Optional.of(I32);
      case I64 -> Optional.of(I64);
      default -> Optional.empty();
    };
  }

  /** {@return an integer of this type as a constant expression} */
  String literal(long value) {
    return switch (this) {
      case I8, I16 -> Long.toString(value);
      case I32 -> value == Integer.MIN_VALUE ? "(-2147483647 - 1)" : Long.toString(value);
      case U32 -> Long.toUnsignedString(value) + "u";
      case I64 ->
          value == Long.MIN_VALUE ? "(-9223372036854775807LL - 1)" : Long.toString(value) + "LL";
      case U64 -> Long.toUnsignedString(value) + "ULL";
    };
  }
}
