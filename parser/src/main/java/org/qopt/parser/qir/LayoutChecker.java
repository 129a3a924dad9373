package org.qopt.parser.qir;

import java.util.Optional;
import org.qopt.ir.attribute.Attribute;

/**
 * Checks what follows the elements of a memref, which is kept as it is written: its layout and its
 * memory space.
 *
 * <pre>{@code
 * rest    ::= (`,` layout)? (`,` space)? `>`
 * layout  ::= affine-map | strided | dialect-attribute
 * strided ::= `strided<` `[` (number (`,` number)*)? `]` (`,` `offset` `:` number)? `>`
 * number  ::= `?` | `-`? digits
 * space   ::= integer | string | dictionary | dialect-attribute
 * }</pre>
 */
final class LayoutChecker {
  private final Aliases aliases;
  private final TextCursor cursor;
  private final Optional<Integer> rank;

  /**
   * A checker of what comes next.
   *
   * @param rank the number of dimensions; nothing if that is not known
   */
  LayoutChecker(Aliases aliases, TextCursor cursor, Optional<Integer> rank) {
    this.aliases = aliases;
    this.cursor = cursor;
    this.rank = rank;
  }

  /** Checks all of it, the closing bracket included. */
  void check() {
    boolean mayBeLayout = true;
    boolean space = false;
    while (cursor.accept(",")) {
      cursor.peek();
      int from = cursor.position();
      String text = cursor.until(",>");
      boolean first = mayBeLayout;
      mayBeLayout = false;
      if (text.isEmpty()) {
        throw cursor.expected("layout or memory space");
      }
      Optional<Attribute> alias = aliases.attribute(text);
      String meaning = alias.isPresent() ? alias.get().toString() : text;
      if (isLayout(meaning)) {
        if (!first) {
          throw cursor.fail(from, "expected memory space to be last in memref type");
        }
        layout(cursor.within(from, meaning), from);
      } else if (!isSpace(meaning)) {
        throw cursor.fail(
            from,
            "expected an integer, a string, a dictionary or a dialect's attribute as memory space,"
                + " but found "
                + Found.quoted(text));
      } else if (space) {
        throw cursor.fail(from, "multiple memory spaces specified in memref type");
      } else {
        // What a dialect's attribute is, only that dialect knows.
        space = !first || !meaning.startsWith("#");
      }
    }
    cursor.expect(">");
  }

  private static boolean isLayout(String text) {
    return text.startsWith("affine_map") || text.startsWith("strided");
  }

  private static boolean isSpace(String text) {
    char first = text.charAt(0);
    boolean number = Character.isDigit(first) || first == '-';
    return number
        ? text.indexOf('.') < 0
        : "\"{#".indexOf(first) >= 0 || text.startsWith("true") || text.startsWith("false");
  }

  private void layout(TextCursor text, int at) {
    if (rank.isEmpty()) {
      throw cursor.fail(at, "expected no layout, because the memref has no rank");
    }
    boolean strided = text.word().equals("strided");
    int dimensions = strided ? strides(text) : AffineChecker.check(text, "affine_map");
    if (dimensions != rank.get()) {
      throw cursor.fail(
          at,
          strided
              ? "expected the number of strides to match the rank: "
                  + rank.get()
                  + " != "
                  + dimensions
              : "memref layout mismatch between rank and affine map: "
                  + rank.get()
                  + " != "
                  + dimensions);
    }
  }

  /**
   * {@return how many strides there are}
   *
   * @param text the cursor after {@code strided}
   */
  static int strides(TextCursor text) {
    text.expect("<");
    text.expect("[");
    int strides = 0;
    while (!text.accept("]")) {
      if (strides > 0 && !text.accept(",")) {
        throw text.expected("',' or ']'");
      }
      text.peek();
      int from = text.position();
      if (!text.accept("?") && number(text) == 0) {
        throw text.fail(from, "strides must not be zero");
      }
      strides++;
    }
    if (text.accept(",")) {
      text.expect("offset");
      text.expect(":");
      if (!text.accept("?")) {
        number(text);
      }
    }
    text.expect(">");
    return strides;
  }

  private static long number(TextCursor text) {
    text.peek();
    int from = text.position();
    text.accept("-");
    text.digits();
    try {
      return Long.parseLong(text.since(from));
    } catch (NumberFormatException _) {
      throw text.fail(from, "expected a 64-bit signed integer or '?'");
    }
  }
}
