package org.qopt.ir.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The storage behind a {@link Tensor}: a Java array, or mapped memory that becomes one when asked.
 */
final class Elements {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final ElementKind kind;
  private final long length;
  private final MemorySegment memory;
  // Published without a lock: two threads may both copy the memory, with equal results.
  private volatile Object array;

  private Elements(ElementKind kind, long length, MemorySegment memory, Object array) {
    this.kind = kind;
    this.length = length;
    this.memory = memory;
    this.array = array;
  }

  static Elements of(float[] values) {
    return of(ElementKind.F32, values);
  }

  static Elements of(byte[] values) {
    return of(ElementKind.I8, values);
  }

  static Elements of(int[] values) {
    return of(ElementKind.I32, values);
  }

  static Elements of(long[] values) {
    return of(ElementKind.I64, values);
  }

  static Elements of(ElementKind kind, Object array) {
    boolean isFloat = kind == ElementKind.F32 || kind == ElementKind.F64;
    MemorySegment memory = memoryOf(array);
    int length = java.lang.reflect.Array.getLength(array);
    boolean floatArray = array instanceof float[] || array instanceof double[];
    if (memory.byteSize() != (long) length * kind.bytes() || floatArray != isFloat) {
      throw new IllegalArgumentException(
          "elements of " + kind + " are not stored in " + array.getClass().getSimpleName());
    }
    return new Elements(kind, length, memory, array);
  }

  // No pattern switch: linking one takes milliseconds of every start, and every start comes here.
  private static MemorySegment memoryOf(Object array) {
    if (array instanceof byte[] a) {
      return MemorySegment.ofArray(a);
    }
    if (array instanceof short[] a) {
      return MemorySegment.ofArray(a);
    }
    if (array instanceof int[] a) {
      return MemorySegment.ofArray(a);
    }
    if (array instanceof long[] a) {
      return MemorySegment.ofArray(a);
    }
    if (array instanceof float[] a) {
      return MemorySegment.ofArray(a);
    }
    if (array instanceof double[] a) {
      return MemorySegment.ofArray(a);
    }
    throw new IllegalArgumentException("not an array of numbers: " + array);
  }

  static Elements mapped(ElementKind kind, MemorySegment memory) {
    return new Elements(kind, memory.byteSize() / kind.bytes(), memory, null);
  }

  long length() {
    return length;
  }

  MemorySegment memory() {
    return memory;
  }

  Object array() {
    Object known = array;
    if (known == null) {
      known =
          switch (kind) {
            case BOOL, I8, U8 -> memory.toArray(ValueLayout.JAVA_BYTE);
            case I16, U16, F16, BF16 -> memory.toArray(SHORT);
            case I32, U32 -> memory.toArray(INT);
            case I64, U64 -> memory.toArray(LONG);
            case F32 ->
                memory.toArray(ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN));
            case F64 ->
                memory.toArray(
                    ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN));
          };
      array = known;
    }
    return known;
  }

  double real(long index) {
    return switch (kind) {
      case F32 -> Float.intBitsToFloat(intAt(index));
      case F64 -> Double.longBitsToDouble(longAt(index));
      case F16 -> Float.float16ToFloat(shortAt(index));
      case BF16 -> NarrowFloats.fromBfloat16(shortAt(index));
      case U64 -> unsignedToDouble(longAt(index));
      case BOOL, I8, U8, I16, U16, I32, U32, I64 -> integer(index);
    };
  }

  long integer(long index) {
    return switch (kind) {
      case BOOL, U8 -> memory.get(ValueLayout.JAVA_BYTE, index) & 0xFF;
      case I8 -> memory.get(ValueLayout.JAVA_BYTE, index);
      case I16 -> shortAt(index);
      case U16 -> shortAt(index) & 0xFFFF;
      case I32 -> intAt(index);
      case U32 -> intAt(index) & 0xFFFF_FFFFL;
      case I64, U64 -> longAt(index);
      case F16, BF16, F32, F64 -> (long) real(index);
    };
  }

  Elements cast(ElementKind target) {
    int count = Math.toIntExact(length);
    Object result =
        switch (target) {
          case BOOL, I8, U8 -> new byte[count];
          case I16, U16, F16, BF16 -> new short[count];
          case I32, U32 -> new int[count];
          case I64, U64 -> new long[count];
          case F32 -> new float[count];
          case F64 -> new double[count];
        };
    for (int i = 0; i < count; i++) {
      switch (target) {
        case BOOL -> ((byte[]) result)[i] = (byte) (real(i) != 0 ? 1 : 0);
        case I8, U8 -> ((byte[]) result)[i] = (byte) integer(i);
        case I16, U16 -> ((short[]) result)[i] = (short) integer(i);
        case F16 -> ((short[]) result)[i] = NarrowFloats.toFloat16(real(i));
        case BF16 -> ((short[]) result)[i] = NarrowFloats.toBfloat16(real(i));
        case I32, U32 -> ((int[]) result)[i] = (int) integer(i);
        case I64, U64 -> ((long[]) result)[i] = integer(i);
        case F32 -> ((float[]) result)[i] = kind.isFloat() ? (float) real(i) : toFloat(i);
        case F64 -> ((double[]) result)[i] = real(i);
      }
    }
    return of(target, result);
  }

  boolean sameBits(Elements other) {
    return memory.mismatch(other.memory) == -1;
  }

  boolean allSameBitsAs(Elements one) {
    for (long i = 0; i < length; i++) {
      if (memory.asSlice(i * kind.bytes(), kind.bytes()).mismatch(one.memory) != -1) {
        return false;
      }
    }
    return true;
  }

  // A long converts to float in one rounding; by way of double it would be two.
  private float toFloat(long index) {
    return kind == ElementKind.U64 ? (float) real(index) : (float) integer(index);
  }

  private static double unsignedToDouble(long bits) {
    double upper = (bits >>> 1) * 2.0;
    return bits >= 0 ? bits : upper + (bits & 1);
  }

  private short shortAt(long index) {
    return memory.get(SHORT, index * Short.BYTES);
  }

  // What reads memory links slowly when it is first called, which a short run need not do.
  private int intAt(long index) {
    if (array instanceof int[] a) {
      return a[Math.toIntExact(index)];
    }
    if (array instanceof float[] a) {
      return Float.floatToRawIntBits(a[Math.toIntExact(index)]);
    }
    return memory.get(INT, index * Integer.BYTES);
  }

  private long longAt(long index) {
    if (array instanceof long[] a) {
      return a[Math.toIntExact(index)];
    }
    return memory.get(LONG, index * Long.BYTES);
  }
}
