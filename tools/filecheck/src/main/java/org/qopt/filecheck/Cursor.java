package org.qopt.filecheck;

/** Reads a stretch of a text from the left; the parsers of patterns and expressions share it. */
final class Cursor {
  private final SourceText source;
  private int position;
  private int end;

  Cursor(Span span) {
    this(span.source(), span.start(), span.end());
  }

  Cursor(SourceText source, int position, int end) {
    this.source = source;
    this.position = position;
    this.end = end;
  }

  SourceText source() {
    return source;
  }

  int position() {
    return position;
  }

  int end() {
    return end;
  }

  void moveTo(int offset) {
    position = offset;
  }

  boolean isEmpty() {
    return position >= end;
  }

  /** {@return the next character, or NUL at the end} */
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return position + ahead < end ? source.at(position + ahead) : '\0';
  }

  char next() {
    return source.at(position++);
  }

  boolean startsWith(String text) {
    return position + text.length() <= end && source.startsWith(text, position);
  }

  boolean consume(String text) {
    if (!startsWith(text)) {
      return false;
    }
    position += text.length();
    return true;
  }

  Cursor skipBlanks() {
    while (!isEmpty() && isBlank(peek())) {
      position++;
    }
    return this;
  }

  Cursor trimEnd() {
    while (end > position && isBlank(source.at(end - 1))) {
      end--;
    }
    return this;
  }

  /** {@return the offset of {@code text} at or after {@code from}, or -1} */
  int find(String text, int from) {
    return from > end ? -1 : source.indexOf(text, from, end);
  }

  /** {@return what is still unread} */
  Span rest() {
    return source.span(position, end);
  }

  /** {@return what was read since {@code start}} */
  Span since(int start) {
    return source.span(start, position);
  }

  Span here() {
    return source.position(position);
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
