package org.qopt.parser.array;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** An array behind a header that has been checked. */
final class NpySource implements SampleSource {
  private static final int LARGEST_JAVA_ARRAY = Integer.MAX_VALUE - 8;

  private final Origin origin;
  private final NpyHeader header;
  private final ByteSource bytes;

  private NpySource(Origin origin, NpyHeader header, ByteSource bytes) {
    this.origin = origin;
    this.header = header;
    this.bytes = bytes;
  }

  static NpySource of(Origin origin, ByteSource bytes) {
    try {
      NpyHeader header = NpyHeader.read(bytes);
      return new NpySource(origin, header, inRowMajorOrder(origin, header, bytes));
    } catch (NpyFormatException e) {
      throw origin.invalid(e.getMessage());
    } catch (IOException e) {
      throw origin.reading(e);
    }
  }

  private static ByteSource inRowMajorOrder(Origin origin, NpyHeader header, ByteSource bytes) {
    if (!header.fortranOrder() || header.shape().rank() < 2) {
      return bytes;
    }
    if (header.dataBytes() > RowMajorBytes.LIMIT) {
      throw origin.invalid(
          "an array in Fortran order is read only up to "
              + (RowMajorBytes.LIMIT >> 20)
              + " MiB, this one has "
              + (header.dataBytes() >> 20)
              + "; save it in C order (numpy.ascontiguousarray)");
    }
    return new RowMajorBytes(bytes, header);
  }

  @Override
  public String name() {
    return origin.entry();
  }

  @Override
  public ElementKind kind() {
    return header.type().kind();
  }

  @Override
  public Shape shape() {
    return header.shape();
  }

  @Override
  public Tensor read(long from, int count) {
    Objects.checkFromIndexSize(from, count, samples());
    Shape shape = shape().rank() == 0 ? shape() : shape().with(0, count);
    long length = Math.multiplyExact(shape.elements(), kind().bytes());
    if (length > LARGEST_JAVA_ARRAY) {
      throw origin.invalid(
          "expected at most 2 GiB to be read at once, found "
              + length
              + " bytes in "
              + count
              + " samples");
    }
    byte[] content = new byte[(int) length];
    try {
      bytes.read(header.dataOffset() + from * sampleBytes(), content);
    } catch (IOException e) {
      throw origin.reading(e);
    }
    return Tensor.of(kind(), shape, elements(content));
  }

  private long sampleBytes() {
    return sampleShape().elements() * kind().bytes();
  }

  private Object elements(byte[] content) {
    MemorySegment memory = MemorySegment.ofArray(content);
    ByteOrder order = header.type().order();
    return switch (kind()) {
      case BOOL -> truths(content);
      case I8, U8 -> content;
      case I16, U16, F16, BF16 -> memory.toArray(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order));
      case I32, U32 -> memory.toArray(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order));
      case I64, U64 -> memory.toArray(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order));
      case F32 -> memory.toArray(ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(order));
      case F64 -> memory.toArray(ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order));
    };
  }

  /** What reads any other byte as true is NumPy; a tensor wants 0 or 1. */
  private static byte[] truths(byte[] content) {
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) (content[i] == 0 ? 0 : 1);
    }
    return content;
  }
}
