package org.qopt.parser.qir;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** Elements as a string of hexadecimal bytes, little-endian; booleans eight to a byte. */
final class HexElements {
  private HexElements() {}

  /** {@return the elements in the string at which {@code reader} stands} */
  static Tensor read(ElementsReader reader, long count) {
    int open = reader.at();
    int close = Brackets.closingQuote(reader.bytes(), open, reader.end());
    Optional<byte[]> data = close < 0 ? Optional.empty() : decode(reader.bytes(), open + 1, close);
    if (data.isEmpty()) {
      throw reader.fail(open, "expected a string of hexadecimal bytes, \"0x...\"");
    }
    return tensor(data.get(), reader, count)
        .orElseThrow(
            () ->
                reader.fail(
                    open,
                    "expected the bytes of "
                        + reader.type()
                        + " or of one element, but found "
                        + data.get().length
                        + " bytes"));
  }

  private static Optional<Tensor> tensor(byte[] data, ElementsReader reader, long count) {
    ElementKind kind = reader.kind();
    Shape shape = reader.type().shape();
    if (kind == ElementKind.BOOL) {
      return booleans(data, shape, count);
    }
    if (data.length == kind.bytes() && count != 1) {
      return Optional.of(
          Tensor.splat(shape, Tensor.mapped(kind, Shape.of(), MemorySegment.ofArray(data))));
    }
    return data.length % kind.bytes() == 0 && data.length / kind.bytes() == count
        ? Optional.of(Tensor.mapped(kind, shape, MemorySegment.ofArray(data)))
        : Optional.empty();
  }

  private static Optional<Tensor> booleans(byte[] data, Shape shape, long count) {
    if (data.length == 1 && (data[0] == 0 || data[0] == (byte) 0xFF) && count != 8) {
      byte[] one = {(byte) (data[0] & 1)};
      return Optional.of(Tensor.splat(shape, Tensor.of(ElementKind.BOOL, Shape.of(), one)));
    }
    if (data.length != (count + Byte.SIZE - 1) / Byte.SIZE) {
      return Optional.empty();
    }
    byte[] values = new byte[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (data[i / Byte.SIZE] >> (i % Byte.SIZE) & 1);
    }
    return Optional.of(Tensor.of(ElementKind.BOOL, shape, values));
  }

  /** {@return the bytes of {@code 0x...} from {@code from} to before {@code to}, if it is that} */
  static Optional<byte[]> decode(byte[] text, int from, int to) {
    int digits = to - from - 2;
    if (digits < 0 || digits % 2 != 0 || text[from] != '0' || text[from + 1] != 'x') {
      return Optional.empty();
    }
    byte[] data = new byte[digits / 2];
    int bad = 0;
    for (int i = 0; i < data.length; i++) {
      int high = DIGITS[text[from + 2 + 2 * i] & 0xFF];
      int low = DIGITS[text[from + 3 + 2 * i] & 0xFF];
      bad |= high | low;
      data[i] = (byte) (high << 4 | low);
    }
    return bad < 0 ? Optional.empty() : Optional.of(data);
  }

  private static final byte[] DIGITS = digits();

  private static byte[] digits() {
    byte[] values = new byte[256];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) Character.digit(i, 16);
    }
    return values;
  }
}
