package org.qopt.target.c;

import java.util.List;
import java.util.stream.IntStream;

/** Text of C, put together line by line, indented by two. */
final class CText {
  private static final int WIDTH = 100;

  /** The elements of an array that may stand on one line with its name. */
  private static final int SHORT = 8;

  private final StringBuilder text = new StringBuilder();
  private int depth;

  CText() {
    this(0);
  }

  /** A text whose lines begin {@code depth} blocks deep. */
  CText(int depth) {
    this.depth = depth;
  }

  /** Adds a line. */
  CText line(String line) {
    if (!line.isEmpty()) {
      text.repeat(' ', 2 * depth).append(line);
    }
    text.append('\n');
    return this;
  }

  /** Adds lines as they are. */
  CText lines(String lines) {
    text.append(lines);
    return this;
  }

  /** Adds a line that opens a block. */
  CText open(String line) {
    line(line);
    depth++;
    return this;
  }

  /** Adds a line that closes a block. */
  CText close(String line) {
    depth--;
    return line(line);
  }

  /** Adds {@code start}, the items with commas between, and {@code end}, on as many lines. */
  CText list(String start, List<String> items, String end) {
    StringBuilder line = new StringBuilder(start);
    for (int i = 0; i < items.size(); i++) {
      String item = items.get(i) + (i + 1 < items.size() ? "," : end);
      if (2 * depth + line.length() + item.length() + 1 > WIDTH) {
        line(line.toString().stripTrailing());
        line.setLength(0);
        line.append("    ");
      }
      line.append(item).append(i + 1 < items.size() ? " " : "");
    }
    return line(items.isEmpty() ? start + end : line.toString());
  }

  /** Adds a constant array. */
  CText table(String name, CTable table) {
    // An array of C has an element at least.
    int length = Math.max(1, table.length());
    String start = "static const %s %s[%d] = {".formatted(table.type().text(), name, length);
    if (length <= SHORT) {
      return list(
          start, IntStream.range(0, length).mapToObj(i -> element(table, i)).toList(), "};");
    }
    open(start);
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < length; i++) {
      String element = element(table, i);
      if (2 * depth + line.length() + element.length() + 1 > WIDTH) {
        line(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(element).append(i + 1 < length ? ", " : "");
    }
    return line(line.toString()).close("};");
  }

  private static String element(CTable table, int index) {
    return table.type().literal(index < table.length() ? table.at().applyAsLong(index) : 0);
  }

  /** Adds a comment of one line. */
  CText comment(String comment) {
    return line("/* " + inComment(comment) + " */");
  }

  /** {@return {@code text} without what would end a comment, or look like the start of one} */
  static String inComment(String text) {
    return printable(text).replace("*/", "* /").replace("/*", "/ *");
  }

  /** {@return a string literal; what is no printable ASCII is written as bytes of UTF-8} */
  static String literal(String text) {
    StringBuilder result = new StringBuilder("\"");
    for (byte b : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c == '"' || c == '\\' || c == '?') {
        // Two question marks begin a trigraph.
        result.append('\\').append(c);
      } else if (c >= ' ' && c <= '~') {
        result.append(c);
      } else {
        result.append('\\').append("%03o".formatted((int) c));
      }
    }
    return result.append('"').toString();
  }

  private static String printable(String text) {
    StringBuilder result = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c >= ' ' && c <= '~') {
                result.appendCodePoint(c);
              } else {
                result.append("<%x>".formatted(c));
              }
            });
    return result.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
