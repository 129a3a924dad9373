package org.qopt.parser.array;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the Python dictionary in a header, such as <code>
 * {'descr': '&lt;f4', 'fortran_order': False, 'shape': (3, 4), }</code>: string keys, whose values
 * are a string, a truth value or a tuple of whole numbers.
 */
final class HeaderDictionary {
  private static final int MAXIMAL_RANK = 64;

  private final String text;
  private int at;

  private HeaderDictionary(String text) {
    this.text = text;
  }

  /** {@return the values by key: a {@code String}, {@code Boolean} or {@code List<Long>} each} */
  static Map<String, Object> parse(String text) throws NpyFormatException {
    HeaderDictionary reader = new HeaderDictionary(text);
    Map<String, Object> entries = reader.dictionary();
    reader.skipBlanks();
    if (reader.at < text.length()) {
      throw reader.fault("the end");
    }
    return entries;
  }

  private Map<String, Object> dictionary() throws NpyFormatException {
    Map<String, Object> entries = new HashMap<>();
    expect('{');
    while (!accept('}')) {
      String key = string();
      expect(':');
      if (entries.put(key, value()) != null) {
        throw new NpyFormatException("the header names '" + Excerpt.of(key) + "' twice");
      }
      if (!accept(',')) {
        expect('}');
        break;
      }
    }
    return entries;
  }

  private Object value() throws NpyFormatException {
    skipBlanks();
    return switch (peek()) {
      case '\'', '"' -> string();
      case '(' -> tuple();
      case '[' -> throw new NpyFormatException("structured arrays are not supported");
      default -> truth();
    };
  }

  private Boolean truth() throws NpyFormatException {
    for (String word : List.of("True", "False")) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return word.equals("True");
      }
    }
    throw fault("a string, a truth value or a tuple");
  }

  private String string() throws NpyFormatException {
    skipBlanks();
    char quote = peek();
    int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
    if (end < 0) {
      throw fault("a string");
    }
    String content = text.substring(at + 1, end);
    at = end + 1;
    return content;
  }

  private List<Long> tuple() throws NpyFormatException {
    List<Long> numbers = new ArrayList<>();
    expect('(');
    while (!accept(')')) {
      numbers.add(number());
      if (numbers.size() > MAXIMAL_RANK) {
        throw new NpyFormatException("the shape has more than " + MAXIMAL_RANK + " dimensions");
      }
      if (!accept(',')) {
        expect(')');
        break;
      }
    }
    return numbers;
  }

  private Long number() throws NpyFormatException {
    skipBlanks();
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    String digits = text.substring(start, at);
    if (digits.isEmpty()) {
      throw fault("a dimension");
    }
    // Python 2 wrote some numbers as 3L.
    if (peek() == 'L') {
      at++;
    }
    try {
      return Long.valueOf(digits);
    } catch (NumberFormatException e) {
      throw new NpyFormatException("dimension " + Excerpt.of(digits) + " is too large");
    }
  }

  private void expect(char c) throws NpyFormatException {
    if (!accept(c)) {
      throw fault("'" + c + "'");
    }
  }

  private boolean accept(char c) {
    skipBlanks();
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  private void skipBlanks() {
    while (at < text.length() && (peek() == ' ' || peek() == '\n')) {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private NpyFormatException fault(String expected) {
    return new NpyFormatException(
        "malformed header: expected "
            + expected
            + " at character "
            + (at + 1)
            + ", found "
            + (at < text.length() ? "'" + Excerpt.of(text.substring(at)) + "'" : "the end"));
  }
}
