package org.qopt.ir.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Reads little-endian elements from memory. Apart from {@link Elements}, because layouts take
 * milliseconds to set up and short programs have their elements in arrays.
 */
final class Mapped {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private Mapped() {}

  /** {@return all elements in a new array of the type that stores {@code kind}} */
  static Object copy(ElementKind kind, MemorySegment memory) {
    return switch (kind) {
      case BOOL, I8, U8 -> memory.toArray(ValueLayout.JAVA_BYTE);
      case I16, U16, F16, BF16 -> memory.toArray(SHORT);
      case I32, U32 -> memory.toArray(INT);
      case I64, U64 -> memory.toArray(LONG);
      case F32 -> memory.toArray(FLOAT);
      case F64 -> memory.toArray(DOUBLE);
    };
  }

  static byte byteAt(MemorySegment memory, long index) {
    return memory.get(ValueLayout.JAVA_BYTE, index);
  }

  static short shortAt(MemorySegment memory, long index) {
    return memory.get(SHORT, index * Short.BYTES);
  }

  static int intAt(MemorySegment memory, long index) {
    return memory.get(INT, index * Integer.BYTES);
  }

  static long longAt(MemorySegment memory, long index) {
    return memory.get(LONG, index * Long.BYTES);
  }
}
