package org.qopt.ir.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.util.Optional;

/**
 * The storage behind a {@link Tensor}: a Java array, or mapped memory that becomes one when asked.
 */
final class Elements {
  private final ElementKind kind;
  private final long length;
  private final Optional<MemorySegment> mapped;
  // Published without a lock: two threads may both copy the memory, with equal results.
  private volatile Object array;

  private Elements(ElementKind kind, long length, Optional<MemorySegment> mapped, Object array) {
    this.kind = kind;
    this.length = length;
    this.mapped = mapped;
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
    boolean floatArray = array instanceof float[] || array instanceof double[];
    if (elementBytes(array) != kind.bytes() || floatArray != isFloat) {
      throw new IllegalArgumentException(
          "elements of " + kind + " are not stored in " + array.getClass().getSimpleName());
    }
    return new Elements(kind, Array.getLength(array), Optional.empty(), array);
  }

  // No pattern switch: linking one takes milliseconds of every start, and every start comes here.
  private static int elementBytes(Object array) {
    if (array instanceof byte[]) {
      return Byte.BYTES;
    }
    if (array instanceof short[]) {
      return Short.BYTES;
    }
    if (array instanceof int[] || array instanceof float[]) {
      return Integer.BYTES;
    }
    if (array instanceof long[] || array instanceof double[]) {
      return Long.BYTES;
    }
    throw new IllegalArgumentException("not an array of numbers: " + array);
  }

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
    return array instanceof float[] a
        ? MemorySegment.ofArray(a)
        : MemorySegment.ofArray((double[]) array);
  }

  static Elements mapped(ElementKind kind, MemorySegment memory) {
    return new Elements(kind, memory.byteSize() / kind.bytes(), Optional.of(memory), null);
  }

  long length() {
    return length;
  }

  MemorySegment memory() {
    return mapped.orElseGet(() -> memoryOf(array));
  }

  Object array() {
    Object known = array;
    if (known == null) {
      known = Mapped.copy(kind, memory());
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
      case BOOL, U8 -> byteAt(index) & 0xFF;
      case I8 -> byteAt(index);
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
    return memory().mismatch(other.memory()) == -1;
  }

  boolean allSameBitsAs(Elements one) {
    MemorySegment all = memory();
    MemorySegment same = one.memory();
    for (long i = 0; i < length; i++) {
      if (all.asSlice(i * kind.bytes(), kind.bytes()).mismatch(same) != -1) {
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

  private byte byteAt(long index) {
    return array instanceof byte[] a ? a[Math.toIntExact(index)] : Mapped.byteAt(memory(), index);
  }

  private short shortAt(long index) {
    return array instanceof short[] a ? a[Math.toIntExact(index)] : Mapped.shortAt(memory(), index);
  }

  private int intAt(long index) {
    if (array instanceof int[] a) {
      return a[Math.toIntExact(index)];
    }
    if (array instanceof float[] a) {
      return Float.floatToRawIntBits(a[Math.toIntExact(index)]);
    }
    return Mapped.intAt(memory(), index);
  }

  private long longAt(long index) {
    if (array instanceof long[] a) {
      return a[Math.toIntExact(index)];
    }
    if (array instanceof double[] a) {
      return Double.doubleToRawLongBits(a[Math.toIntExact(index)]);
    }
    return Mapped.longAt(memory(), index);
  }
}
