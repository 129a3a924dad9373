package org.qopt.ir.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.util.HexFormat;
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

  private ElementsText() {}

  /** {@return {@code dense<...>} without the type} */
  public static String of(DenseElementsAttr attribute) {
    StringBuilder out = new StringBuilder();
    try {
      append(out, attribute);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /**
   * Writes {@code dense<...>} without the type, piece by piece where it is long.
   *
   * @throws IOException if {@code out} does
   */
  public static void append(Appendable out, DenseElementsAttr attribute) throws IOException {
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

  private static long appendList(Appendable out, Tensor value, int axis, long index)
      throws IOException {
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

  private static void appendElement(Appendable out, Tensor value, long index) throws IOException {
    switch (value.kind()) {
      case BOOL -> out.append(Boolean.toString(value.integer(index) != 0));
      case F16, BF16, F32, F64 -> appendReal(out, value, index);
      case U64 -> out.append(Long.toUnsignedString(value.integer(index)));
      default -> out.append(Long.toString(value.integer(index)));
    }
  }

  private static void appendReal(Appendable out, Tensor value, long index) throws IOException {
    double real = value.real(index);
    if (Double.isNaN(real) && value.kind() == ElementKind.F32) {
      // On its way to a double a NaN may lose its bits.
      long at = value.isSplat() ? 0 : index * Float.BYTES;
      out.append(String.format("0x%08X", value.memory().get(ValueLayout.JAVA_INT_UNALIGNED, at)));
    } else {
      out.append(FloatText.of(real, (FloatType) value.kind().type()));
    }
  }

  private static void appendHex(Appendable out, Tensor value) throws IOException {
    out.append("\"0x");
    HexFormat hex = HexFormat.of().withUpperCase();
    byte[] chunk = new byte[1 << 14];
    var memory = value.memory();
    for (long from = 0; from < memory.byteSize(); from += chunk.length) {
      int length = (int) Math.min(chunk.length, memory.byteSize() - from);
      java.lang.foreign.MemorySegment.ofArray(chunk).copyFrom(memory.asSlice(from, length));
      hex.formatHex(out, chunk, 0, length);
    }
    out.append('"');
  }
}
