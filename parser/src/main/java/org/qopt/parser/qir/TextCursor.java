package org.qopt.parser.qir;

import org.qopt.ir.diagnostic.Diagnostic;

/** Walks over the text of a coarse token, each character of which is a byte of the source. */
final class TextCursor {
  private final SourceFile source;
  private final int base;
  private final String text;
  private int position;

  /** A cursor at the beginning of {@code text}, which begins at byte {@code base}. */
  TextCursor(SourceFile source, int base, String text) {
    this.source = source;
    this.base = base;
    this.text = text;
  }

  /**
   * {@return a cursor at the beginning of {@code part}, which stands at {@code at} of this text}
   */
  TextCursor within(int at, String part) {
    return new TextCursor(source, base + at, part);
  }

  int position() {
    return position;
  }

  boolean atEnd() {
    skipSpace();
    return position == text.length();
  }

  /** {@return the next character that is no space, 0 at the end} */
  char peek() {
    skipSpace();
    return position < text.length() ? text.charAt(position) : 0;
  }

  /** {@return whether {@code wanted} came next, and was passed over} */
  boolean accept(String wanted) {
    skipSpace();
    if (!text.startsWith(wanted, position)) {
      return false;
    }
    position += wanted.length();
    return true;
  }

  /** {@return whether {@code wanted} came next as a whole word, and was passed over} */
  boolean acceptWord(String wanted) {
    skipSpace();
    int end = position + wanted.length();
    boolean whole = end == text.length() || (end < text.length() && !isWordPart(text.charAt(end)));
    return whole && accept(wanted);
  }

  void expect(String wanted) {
    if (!accept(wanted)) {
      throw expected("'" + wanted + "'");
    }
  }

  /** {@return the letters, digits, {@code _}, {@code $} and dots that come next; may be empty} */
  String word() {
    skipSpace();
    int from = position;
    while (position < text.length() && isWordPart(text.charAt(position))) {
      position++;
    }
    return text.substring(from, position);
  }

  /** {@return the digits that come next; may be empty} */
  String digits() {
    skipSpace();
    int from = position;
    while (position < text.length() && Character.isDigit(text.charAt(position))) {
      position++;
    }
    return text.substring(from, position);
  }

  /** {@return the brackets that begin here, with what is in them; as they stand} */
  String brackets() {
    if ("<([{".indexOf(peek()) < 0 || position == text.length()) {
      throw expected("bracket");
    }
    int from = position;
    int depth = 0;
    do {
      char c = text.charAt(position);
      switch (c) {
        case '<' -> depth += nextIs('=') && position > from ? 0 : 1;
        case '(', '[', '{' -> depth++;
        case ')', ']', '}' -> depth--;
        case '>' -> depth -= isArrowOrComparison() ? 0 : 1;
        case '"' -> skipString();
        default -> {}
      }
      position++;
    } while (depth > 0 && position < text.length());
    return text.substring(from, position);
  }

  // The lexer has matched all brackets, so a comparison is told by the sign around it alone.
  private boolean isArrowOrComparison() {
    return text.charAt(position - 1) == '-' || nextIs('=');
  }

  private boolean nextIs(char wanted) {
    return position + 1 < text.length() && text.charAt(position + 1) == wanted;
  }

  /** {@return the string that comes next, in its quotes} */
  String quoted() {
    skipSpace();
    int from = position;
    if (peek() != '"') {
      throw expected("string");
    }
    skipString();
    position++;
    return text.substring(from, position);
  }

  private void skipString() {
    do {
      position += text.charAt(position) == '\\' ? 2 : 1;
    } while (text.charAt(position) != '"');
  }

  /**
   * {@return everything up to one of {@code stops} outside of brackets and strings, without outer
   * spaces}
   */
  String until(String stops) {
    skipSpace();
    int from = position;
    while (position < text.length() && stops.indexOf(text.charAt(position)) < 0) {
      switch (text.charAt(position)) {
        case '<', '(', '[', '{' -> brackets();
        case '"' -> quoted();
        default -> position++;
      }
    }
    return text.substring(from, position).strip();
  }

  /** {@return the text from {@code from} to here} */
  String since(int from) {
    return text.substring(from, position);
  }

  /** {@return the failure that {@code what} is not what comes next} */
  SyntaxFailure expected(String what) {
    String rest = text.substring(Math.min(position, text.length()));
    return fail(
        position,
        "expected " + what + ", but found " + (rest.isEmpty() ? "nothing" : Found.quoted(rest)));
  }

  /** {@return a failure at a place in this text} */
  SyntaxFailure fail(int at, String message) {
    return SyntaxFailure.of(Diagnostic.error(source.locate(base + at), message));
  }

  /** {@return {@code raw} with its bytes decoded} */
  String decoded(int at, String raw) {
    return Utf8.decode(raw).orElseThrow(() -> fail(at, "expected valid UTF-8"));
  }

  private void skipSpace() {
    while (position < text.length() && text.charAt(position) <= ' ') {
      position++;
    }
  }

  private static boolean isWordPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '$'
        || c == '.';
  }
}
