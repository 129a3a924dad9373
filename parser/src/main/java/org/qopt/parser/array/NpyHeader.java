package org.qopt.parser.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.type.Shape;

/**
 * What stands before the elements of a {@code .npy} file.
 *
 * @param type the elements' type and byte order
 * @param fortranOrder whether the first index varies fastest
 * @param shape the dimensions
 * @param dataOffset the position of the first element
 */
record NpyHeader(NpyElementType type, boolean fortranOrder, Shape shape, long dataOffset) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MAXIMAL_LENGTH = 1 << 20;
  private static final int ALIGNMENT = 64;
  private static final int MAXIMAL_DIGITS = Long.toString(Long.MAX_VALUE).length();
  private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");

  static boolean isMagic(byte[] start) {
    return ByteBuffer.wrap(MAGIC)
            .mismatch(ByteBuffer.wrap(start, 0, Math.min(MAGIC.length, start.length)))
        == -1;
  }

  /** {@return the number of bytes that the elements take} */
  long dataBytes() {
    return Math.multiplyExact(shape.elements(), type.kind().bytes());
  }

  /** Reads a header and checks that the data behind it is as long as it says. */
  static NpyHeader read(ByteSource source) throws IOException, NpyFormatException {
    byte[] start = bytes(source, 0, MAGIC.length + 2);
    if (!isMagic(start)) {
      throw new NpyFormatException("not an array in NumPy's format");
    }
    int version = start[MAGIC.length];
    if (version < 1 || version > 3) {
      throw new NpyFormatException("expected version 1, 2 or 3 of the format, found " + version);
    }
    int lengthBytes = version == 1 ? Short.BYTES : Integer.BYTES;
    byte[] lengthField = bytes(source, start.length, lengthBytes);
    long length = 0;
    for (int i = lengthBytes - 1; i >= 0; i--) {
      length = length << 8 | lengthField[i] & 0xFF;
    }
    if (length > MAXIMAL_LENGTH) {
      throw new NpyFormatException("the header claims to be " + length + " bytes long");
    }
    int textOffset = start.length + lengthBytes;
    Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    String text = new String(bytes(source, textOffset, (int) length), charset);
    return of(HeaderDictionary.parse(text), textOffset + length).checked(source.size());
  }

  private static byte[] bytes(ByteSource source, long position, int count)
      throws IOException, NpyFormatException {
    if (position + count > source.size()) {
      throw new NpyFormatException("truncated: the file ends inside the header");
    }
    byte[] result = new byte[count];
    source.read(position, result);
    return result;
  }

  private static NpyHeader of(Map<String, Object> entries, long dataOffset)
      throws NpyFormatException {
    if (!entries.keySet().equals(KEYS)) {
      throw new NpyFormatException(
          "expected a header with descr, fortran_order and shape, found "
              + entries.keySet().stream()
                  .sorted()
                  .map(Excerpt::of)
                  .collect(Collectors.joining(", ")));
    }
    if (entries.get("descr") instanceof String descr
        && entries.get("fortran_order") instanceof Boolean fortranOrder
        && entries.get("shape") instanceof List<?> dims) {
      long[] numbers = dims.stream().mapToLong(Long.class::cast).toArray();
      return new NpyHeader(
          NpyElementType.parse(descr), fortranOrder, Shape.of(numbers), dataOffset);
    }
    throw new NpyFormatException(
        "expected a string as descr, a truth value as fortran_order and a tuple as shape");
  }

  private NpyHeader checked(long size) throws NpyFormatException {
    long expected;
    try {
      expected = Math.addExact(dataOffset, dataBytes());
    } catch (ArithmeticException e) {
      throw new NpyFormatException("shape " + shape + " has too many elements");
    }
    if (size != expected) {
      String verdict = size < expected ? "truncated: " : "";
      throw new NpyFormatException(
          verdict
              + "expected "
              + dataBytes()
              + " bytes of data for shape "
              + (shape.rank() == 0 ? "()" : shape)
              + " of "
              + type.kind().type()
              + ", found "
              + (size - dataOffset));
    }
    return this;
  }

  /**
   * {@return the bytes of a header, version 1, for little-endian elements in C order}. Its length
   * does not depend on the first dimension, so that it can be written before that is known.
   */
  static byte[] write(ElementKind kind, Shape shape) {
    String text =
        "{'descr': '"
            + NpyElementType.text(kind)
            + "', 'fortran_order': False, 'shape': "
            + tuple(shape)
            + ", }";
    int prefix = MAGIC.length + 2 + Short.BYTES;
    int digits = shape.rank() == 0 ? 0 : Long.toString(shape.dim(0)).length();
    int longest = prefix + text.length() - digits + MAXIMAL_DIGITS + 1;
    int rounded = Math.ceilDiv(longest, ALIGNMENT) * ALIGNMENT;
    String padded = text + " ".repeat(rounded - prefix - text.length() - 1) + "\n";
    return ByteBuffer.allocate(rounded)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) padded.length())
        .put(padded.getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private static String tuple(Shape shape) {
    String dims = shape.dims().stream().mapToObj(Long::toString).collect(Collectors.joining(", "));
    return "(" + dims + (shape.rank() == 1 ? ",)" : ")");
  }

  /** {@return the kind that stands for {@code kind} in a file} */
  static ElementKind stored(ElementKind kind) {
    return kind == ElementKind.BF16 ? ElementKind.F32 : kind;
  }
}
