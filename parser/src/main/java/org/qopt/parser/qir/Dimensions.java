package org.qopt.parser.qir;

import com.google.common.primitives.ImmutableLongArray;
import java.util.Optional;
import org.qopt.ir.type.Shape;

/** Reads the dimensions of types, up to what the elements are. */
final class Dimensions {
  private Dimensions() {}

  /** {@return the dimensions of a tensor or memref, each with the {@code x} after it} */
  static ImmutableLongArray of(TextCursor cursor) {
    ImmutableLongArray.Builder dims = ImmutableLongArray.builder();
    while (cursor.peek() == '?' || Character.isDigit(cursor.peek())) {
      dims.add(dimension(cursor));
      cursor.expect("x");
    }
    return dims.build();
  }

  private static long dimension(TextCursor cursor) {
    if (cursor.accept("?")) {
      return Shape.DYNAMIC;
    }
    int from = cursor.position();
    String digits = cursor.digits();
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException _) {
      throw cursor.fail(from, "dimension " + Found.quoted(digits) + " does not fit into 64 bits");
    }
  }

  /**
   * {@return how many dimensions a memref has; nothing where that is not known, as of {@code *x}}
   */
  static Optional<Integer> rank(TextCursor cursor) {
    if (cursor.accept("*")) {
      cursor.expect("x");
      return Optional.empty();
    }
    return Optional.of(of(cursor).length());
  }

  /** Passes over the lengths of a vector, some of which may be scalable. */
  static void lengths(TextCursor cursor) {
    while (cursor.peek() == '[' || Character.isDigit(cursor.peek())) {
      boolean scalable = cursor.accept("[");
      int from = cursor.position();
      String digits = cursor.digits();
      if (digits.isEmpty() || digits.chars().allMatch(c -> c == '0')) {
        throw cursor.fail(from, "vector types must have positive constant sizes");
      }
      if (scalable) {
        cursor.expect("]");
      }
      cursor.expect("x");
    }
  }
}
