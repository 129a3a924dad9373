package org.qopt.parser.qir;

/**
 * Finds the bracket that closes another, over nested brackets of all kinds and strings. A {@code >}
 * in {@code ->} and in a comparison ({@code >=}, {@code <=}) of an affine set is no bracket.
 */
final class Brackets {
  private final byte[] bytes;
  private final int end;
  private final byte[] expected = new byte[Limits.NESTING];
  private int depth;
  private int faultAt;
  private int resumeAt;
  private String fault = "";

  Brackets(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  /** {@return the place of the bracket that closes the one at {@code open}; -1 with a fault} */
  int close(int open) {
    depth = 0;
    fault = "";
    resumeAt = -1;
    for (int i = open; i < end; i++) {
      switch (bytes[i]) {
        case '<' -> {
          if (i == open || !isNext(i, '=')) {
            push((byte) '>', i);
          }
        }
        case '(' -> push((byte) ')', i);
        case '[' -> push((byte) ']', i);
        case '{' -> push((byte) '}', i);
        case '>' -> {
          boolean sign = bytes[i - 1] == '-' || (isNext(i, '=') && expected[depth - 1] != '>');
          if (!sign) {
            pop(i);
          }
        }
        case ')', ']', '}' -> pop(i);
        case '"' -> {
          int close = closingQuote(bytes, i, end);
          if (close < 0) {
            fail(i, "expected '\"' to end this string on its line");
          }
          i = close;
        }
        case 0 -> fail(i, "unexpected NUL byte");
        default -> {}
      }
      if (!fault.isEmpty()) {
        return resumeAt >= 0 && isAround(open, i) ? unclosed(open) : -1;
      }
      if (depth == 0) {
        return i;
      }
    }
    return unclosed(open);
  }

  /** {@return where the fault is} */
  int faultAt() {
    return faultAt;
  }

  /** {@return where reading may go on after the fault; -1 if what follows would be guesswork} */
  int resumeAt() {
    return resumeAt;
  }

  /** {@return whether {@code b} opens a bracket} */
  static boolean isOpening(byte b) {
    return b == '<' || b == '(' || b == '[' || b == '{';
  }

  /** {@return what is wrong, empty if nothing is} */
  String fault() {
    return fault;
  }

  /**
   * {@return the place of the quote that closes the string that begins at {@code open}; -1 if there
   * is none on its line}
   */
  static int closingQuote(byte[] bytes, int open, int end) {
    for (int i = open + 1; i < end; i++) {
      byte b = bytes[i];
      if (b == '"') {
        return i;
      }
      if (b == '\\') {
        i++;
      } else if (b == '\n' || b == 0) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isNext(int at, char wanted) {
    return at + 1 < end && bytes[at + 1] == wanted;
  }

  private void push(byte close, int at) {
    if (depth == Limits.NESTING) {
      fail(at, "brackets are nested more than " + Limits.NESTING + " deep");
      return;
    }
    expected[depth++] = close;
  }

  private void pop(int at) {
    if (expected[depth - 1] != bytes[at]) {
      fail(
          at,
          "expected '" + (char) expected[depth - 1] + "', but found '" + (char) bytes[at] + "'");
      resumeAt = at;
      return;
    }
    depth--;
  }

  private int unclosed(int open) {
    fail(open, "expected '" + (char) expected[0] + "' to close this '" + (char) bytes[open] + "'");
    int last = lastOfLine(open);
    resumeAt = bytes[last] == '{' ? last : endOfLine(open);
    return -1;
  }

  // Whether a fault further below is that of what is around, so that a bracket is missing above:
  // a brace at the end of a line begins a region, and one that closes nothing ends it.
  private boolean isAround(int open, int at) {
    return endOfLine(open) < at && (bytes[at] == '}' || bytes[lastOfLine(open)] == '{');
  }

  private int lastOfLine(int from) {
    int last = endOfLine(from) - 1;
    while (last > from && bytes[last] <= ' ') {
      last--;
    }
    return last;
  }

  private int endOfLine(int from) {
    int at = from;
    while (at < end && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private void fail(int at, String message) {
    faultAt = at;
    fault = message;
  }
}
