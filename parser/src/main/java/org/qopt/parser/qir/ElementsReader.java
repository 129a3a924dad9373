package org.qopt.parser.qir;

import java.nio.charset.StandardCharsets;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/**
 * Reads what stands in {@code dense<...>}, byte by byte:
 *
 * <pre>{@code
 * elements ::= nothing | element | list | `"0x` hex-digits `"`
 * list     ::= `[` (list (`,` list)* | element (`,` element)*)? `]`
 * element  ::= integer | float | `true` | `false` | hexadecimal bits of a float
 * }</pre>
 */
final class ElementsReader {
  private final SourceFile source;
  private final byte[] bytes;
  private final int start;
  private final int end;
  private final TensorType type;
  private final Shape shape;
  private final ElementKind kind;
  private int at;
  private ElementSink sink;

  /**
   * A reader of the bytes from {@code start} to before {@code end}.
   *
   * @param kind how the elements of {@code type} are stored
   */
  ElementsReader(SourceFile source, int start, int end, TensorType type, ElementKind kind) {
    this.source = source;
    this.bytes = source.bytes();
    this.start = start;
    this.end = end;
    this.type = type;
    this.shape = type.shape();
    this.kind = kind;
    this.at = start;
  }

  /** {@return the elements} */
  Tensor read() {
    long count = count();
    skipSpace();
    if (at == end) {
      if (count != 0) {
        throw fail(start, "expected elements for " + type + ", but found none");
      }
      return Tensor.of(kind, shape, ElementSink.of(kind, 0).array());
    }
    if (bytes[at] == '"') {
      return HexElements.read(this, count);
    }
    if (bytes[at] != '[') {
      sink = ElementSink.of(kind, 1);
      element();
      expectEnd();
      return Tensor.splat(shape, Tensor.of(kind, Shape.of(), sink.array()));
    }
    // Each element takes a byte of text, so this bounds the memory by the size of the file.
    if (shape.rank() == 0 || count > end - start) {
      throw fail(start, "expected the elements of " + type + ", but found a list of another shape");
    }
    sink = ElementSink.of(kind, (int) count);
    list(0);
    expectEnd();
    return Tensor.of(kind, shape, sink.array());
  }

  private long count() {
    try {
      return shape.elements();
    } catch (ArithmeticException _) {
      throw fail(start, "expected a type with a countable number of elements, but got " + type);
    }
  }

  private void list(int axis) {
    int open = at;
    if (at == end || bytes[at] != '[') {
      throw expected("'['");
    }
    at++;
    long found = 0;
    skipSpace();
    if (at < end && bytes[at] == ']') {
      at++;
    } else {
      boolean more = true;
      while (more) {
        if (++found > shape.dim(axis)) {
          throw fail(
              open, "expected " + shape.dim(axis) + " elements in this list, but found more");
        }
        skipSpace();
        if (axis == shape.rank() - 1) {
          element();
        } else {
          list(axis + 1);
        }
        skipSpace();
        more = at < end && bytes[at] == ',';
        if (!more && (at == end || bytes[at] != ']')) {
          throw expected("',' or ']'");
        }
        at++;
      }
    }
    if (found != shape.dim(axis)) {
      throw fail(
          open, "expected " + shape.dim(axis) + " elements in this list, but found " + found);
    }
  }

  private void element() {
    int from = at;
    while (at < end && !isStop(bytes[at])) {
      at++;
    }
    if (from == at) {
      throw expected("element of type " + type.elementType());
    }
    if (!sink.add(bytes, from, at)) {
      String text = new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
      throw fail(
          from,
          "expected element of type " + type.elementType() + ", but found " + Found.quoted(text));
    }
  }

  private static boolean isStop(byte b) {
    return b == ',' || b == ']' || b == '[' || b <= ' ';
  }

  private void expectEnd() {
    skipSpace();
    if (at != end) {
      throw expected("'>'");
    }
  }

  private void skipSpace() {
    while (at < end && bytes[at] <= ' ' && bytes[at] >= 0) {
      at++;
    }
  }

  private SyntaxFailure expected(String what) {
    String found =
        at == end
            ? "'>'"
            : Found.quoted(
                new String(bytes, at, Math.min(end - at, 60), StandardCharsets.ISO_8859_1));
    return fail(at, "expected " + what + ", but found " + found);
  }

  SyntaxFailure fail(int offset, String message) {
    return SyntaxFailure.of(Diagnostic.error(source.locate(offset), message));
  }

  byte[] bytes() {
    return bytes;
  }

  int at() {
    return at;
  }

  int end() {
    return end;
  }

  TensorType type() {
    return type;
  }

  ElementKind kind() {
    return kind;
  }
}
