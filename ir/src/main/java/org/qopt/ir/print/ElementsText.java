package org.qopt.ir.print;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.Shape;

/**
 * The {@code dense<...>} of a constant: a splat as its one element, a short list nested by
 * dimension, a long one as a string of hexadecimal bytes.
 */
public final class ElementsText {
  /** Lists with more elements are written in hexadecimal, as {@code mlir-opt} does. */
  public static final int LONGEST_LIST = 100;

  private static final int SHORT_TEXT = 1 << 8;

  private ElementsText() {}

  /** {@return {@code dense<...>} without the type} */
  public static String of(DenseElementsAttr attribute) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TextOut out = new TextOut(bytes, SHORT_TEXT);
    append(out, attribute);
    out.flush();
    return bytes.toString(StandardCharsets.US_ASCII);
  }

  /** Writes {@code dense<...>} without the type. */
  static void append(TextOut out, DenseElementsAttr attribute) {
    Tensor value = attribute.value();
    out.append("dense<");
    if (value.size() == 0 && !value.isSplat()) {
      // MLIR's way to say that there are no elements; a splat of none has one all the same.
    } else if (value.isSplat() || value.shape().rank() == 0) {
      appendElement(out, value, 0);
    } else if (value.size() > LONGEST_LIST && value.kind() != ElementKind.BOOL) {
      appendHex(out, value);
    } else {
      appendList(out, value, 0, 0);
    }
    out.append('>');
  }

  private static long appendList(TextOut out, Tensor value, int axis, long index) {
    Shape shape = value.shape();
    out.append('[');
    long next = index;
    for (long i = 0; i < shape.dim(axis); i++) {
      if (i > 0) {
        out.append(", ");
      }
      if (axis == shape.rank() - 1) {
        appendElement(out, value, next++);
      } else {
        next = appendList(out, value, axis + 1, next);
      }
    }
    out.append(']');
    return next;
  }

  private static void appendElement(TextOut out, Tensor value, long index) {
    switch (value.kind()) {
      case BOOL -> out.append(Boolean.toString(value.integer(index) != 0));
      case F16, BF16, F32, F64 -> appendReal(out, value, index);
      case U64 -> out.append(Long.toUnsignedString(value.integer(index)));
      default -> out.append(value.integer(index));
    }
  }

  private static void appendReal(TextOut out, Tensor value, long index) {
    double real = value.real(index);
    if (Double.isNaN(real)) {
      // On its way to a double a NaN may lose its bits.
      appendBits(out, value, index);
    } else {
      out.append(FloatText.of(real, (FloatType) value.kind().type()));
    }
  }

  private static void appendBits(TextOut out, Tensor value, long index) {
    int bytes = value.kind().bytes();
    long at = value.isSplat() ? 0 : index * bytes;
    out.append("0x");
    for (int i = bytes - 1; i >= 0; i--) {
      byte[] one = {value.memory().get(ValueLayout.JAVA_BYTE, at + i)};
      out.appendHex(one, 1);
    }
  }

  private static void appendHex(TextOut out, Tensor value) {
    out.append("\"0x");
    byte[] chunk = new byte[1 << 14];
    MemorySegment memory = value.memory();
    for (long from = 0; from < memory.byteSize(); from += chunk.length) {
      int length = (int) Math.min(chunk.length, memory.byteSize() - from);
      MemorySegment.ofArray(chunk).copyFrom(memory.asSlice(from, length));
      out.appendHex(chunk, length);
    }
    out.append('"');
  }
}
