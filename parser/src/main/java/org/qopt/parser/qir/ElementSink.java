package org.qopt.parser.qir;

import java.nio.charset.StandardCharsets;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.NarrowFloats;

/** Takes the text of elements one after the other and stores their values. */
final class ElementSink {
  private static final int FAST_DIGITS = 18;
  private static final int UNKNOWN_EXPONENT = Integer.MIN_VALUE;
  private static final long EXACT_MANTISSA = 1L << 53;
  private static final double[] POWERS = new double[23];

  static {
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = Double.parseDouble("1e" + i);
    }
  }

  private final ElementKind kind;
  private final Object array;
  private int next;
  // Result of the last call of parse or parseDouble.
  private long integer;
  private double real;

  private ElementSink(ElementKind kind, Object array) {
    this.kind = kind;
    this.array = array;
  }

  static ElementSink of(ElementKind kind, int count) {
    return new ElementSink(
        kind,
        switch (kind) {
          case BOOL, I8, U8 -> new byte[count];
          case I16, U16, F16, BF16 -> new short[count];
          case I32, U32 -> new int[count];
          case I64, U64 -> new long[count];
          case F32 -> new float[count];
          case F64 -> new double[count];
        });
  }

  Object array() {
    return array;
  }

  /** {@return whether the bytes are an element, which is then the next of the array} */
  boolean add(byte[] bytes, int from, int to) {
    boolean valid =
        switch (kind) {
          case BOOL -> parseBoolean(bytes, from, to);
          case F16, BF16, F32, F64 ->
              isHex(bytes, from, to)
                  ? parseBits(bytes, from, to)
                  : parseDouble(bytes, from, to) && roundToBits();
          default -> parseInteger(bytes, from, to);
        };
    if (valid) {
      store();
    }
    return valid;
  }

  private void store() {
    switch (kind) {
      case BOOL, I8, U8 -> ((byte[]) array)[next] = (byte) integer;
      case I16, U16, F16, BF16 -> ((short[]) array)[next] = (short) integer;
      case I32, U32 -> ((int[]) array)[next] = (int) integer;
      case I64, U64 -> ((long[]) array)[next] = integer;
      case F32 -> ((float[]) array)[next] = Float.intBitsToFloat((int) integer);
      case F64 -> ((double[]) array)[next] = Double.longBitsToDouble(integer);
    }
    next++;
  }

  private boolean parseBoolean(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    integer = text.equals("true") ? 1 : 0;
    return integer == 1
        || text.equals("false")
        || (parseLongInteger(text) && (integer == 0 || Math.abs(integer) == 1));
  }

  private static boolean isHex(byte[] bytes, int from, int to) {
    return to - from > 2 && bytes[from] == '0' && bytes[from + 1] == 'x';
  }

  private boolean parseBits(byte[] bytes, int from, int to) {
    if (to - from - 2 > kind.bytes() * 2) {
      return false;
    }
    long bits = 0;
    for (int i = from + 2; i < to; i++) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        return false;
      }
      bits = bits << 4 | digit;
    }
    integer = bits;
    return true;
  }

  private boolean parseInteger(byte[] bytes, int from, int to) {
    boolean negative = bytes[from] == '-';
    int first = negative ? from + 1 : from;
    if (first == to) {
      return false;
    }
    if (to - first > FAST_DIGITS || isHex(bytes, first, to)) {
      return parseLongInteger(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }
    long value = 0;
    for (int i = first; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      value = value * 10 + digit;
    }
    integer = negative ? -value : value;
    return fits();
  }

  private boolean parseLongInteger(String text) {
    return NumberText.integer(text)
        .filter(value -> NumberText.fits(value, kind.bytes() * Byte.SIZE, isUnsigned()))
        .map(
            value -> {
              integer = value.longValue();
              return true;
            })
        .orElse(false);
  }

  private boolean isUnsigned() {
    return switch (kind) {
      case U8, U16, U32, U64 -> true;
      default -> false;
    };
  }

  // A signless integer may be written signed or unsigned.
  private boolean fits() {
    int width = kind.bytes() * Byte.SIZE;
    long least = isUnsigned() ? 0 : -(1L << (width - 1));
    return integer >= least && (width == Long.SIZE || integer < 1L << width);
  }

  // Decimal numbers of at most 53 bits and small exponents are exact as a quotient or product of
  // two doubles; the others are left to the library.
  private boolean parseDouble(byte[] bytes, int from, int to) {
    int i = bytes[from] == '-' ? from + 1 : from;
    int first = i;
    long mantissa = 0;
    int point = -1;
    for (; i < to; i++) {
      byte b = bytes[i];
      if (b >= '0' && b <= '9') {
        mantissa = mantissa * 10 + (b - '0');
      } else if (b == '.' && point < 0) {
        point = i;
      } else {
        break;
      }
    }
    if (point <= first || i - first > FAST_DIGITS) {
      return point > first && parseAnyDouble(bytes, from, to);
    }
    int exponent = point + 1 - i;
    if (i < to) {
      int power = exponent(bytes, i, to);
      if (power == UNKNOWN_EXPONENT) {
        return parseAnyDouble(bytes, from, to);
      }
      exponent += power;
    }
    if (mantissa >= EXACT_MANTISSA || Math.abs(exponent) >= POWERS.length) {
      return parseAnyDouble(bytes, from, to);
    }
    double value = exponent < 0 ? mantissa / POWERS[-exponent] : mantissa * POWERS[exponent];
    real = bytes[from] == '-' ? -value : value;
    return true;
  }

  // The number after an e, if it is a short one.
  private static int exponent(byte[] bytes, int from, int to) {
    boolean signed = from + 1 < to && (bytes[from + 1] == '-' || bytes[from + 1] == '+');
    int first = signed ? from + 2 : from + 1;
    if ((bytes[from] != 'e' && bytes[from] != 'E') || first >= to || to - first > 3) {
      return UNKNOWN_EXPONENT;
    }
    int power = 0;
    for (int i = first; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return UNKNOWN_EXPONENT;
      }
      power = power * 10 + digit;
    }
    return bytes[from + 1] == '-' ? -power : power;
  }

  private boolean parseAnyDouble(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    if (!NumberText.isFloat(text)) {
      return false;
    }
    // What is too large is infinite, as in MLIR.
    real = Double.parseDouble(text);
    return true;
  }

  // As MLIR does: the decimal becomes a double, and that is rounded to the type.
  private boolean roundToBits() {
    integer =
        switch (kind) {
          case F64 -> Double.doubleToRawLongBits(real);
          case F32 -> Float.floatToRawIntBits((float) real);
          case F16 -> NarrowFloats.toFloat16(real);
          default -> NarrowFloats.toBfloat16(real);
        };
    return true;
  }
}
