package org.qopt.pass.option;

import java.util.ArrayList;
import java.util.List;

/**
 * The lexical side of options: {@code key=value} pairs separated by spaces. A value that holds
 * spaces, commas, quotes or brackets may be quoted, or stand in braces; brackets and quotes inside
 * a value are balanced.
 */
public final class OptionText {
  /**
   * One pair.
   *
   * @param key what stands before the equals sign
   * @param value what stands after it, quotes kept; {@code true} where there is no equals sign
   * @param position where the key begins in the text
   */
  record Entry(String key, String value, int position) {}

  private OptionText() {}

  /**
   * {@return the index of the bracket that closes the one at {@code open}, or -1}; brackets of all
   * kinds count, those in quotes do not
   */
  public static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '"', '\'' -> {
          i = endOfQuote(text, i);
          if (i < 0) {
            return -1;
          }
        }
        case '{', '(', '[' -> depth++;
        case '}', ')', ']' -> {
          if (--depth == 0) {
            return i;
          }
        }
        default -> {}
      }
    }
    return -1;
  }

  /** {@return the pairs in order} */
  static List<Entry> entries(String text) {
    List<Entry> entries = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      if (Character.isWhitespace(text.charAt(i))) {
        i++;
        continue;
      }
      int end = endOf(text, i, ' ');
      String pair = text.substring(i, end);
      int equals = pair.indexOf('=');
      entries.add(
          equals < 0
              ? new Entry(pair, "true", i)
              : new Entry(pair.substring(0, equals), pair.substring(equals + 1), i));
      i = end;
    }
    return entries;
  }

  /** {@return the parts between commas, quotes kept; none for an empty text} */
  static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (!text.isEmpty() && start <= text.length()) {
      int end = endOf(text, start, ',');
      parts.add(text.substring(start, end));
      start = end + 1;
    }
    return parts;
  }

  // The end of what begins at start: the first separator that is not in quotes or brackets. A space
  // stands for any white space. An unbalanced quote or bracket stands for itself.
  private static int endOf(String text, int start, char separator) {
    int i = start;
    while (i < text.length() && !separates(text.charAt(i), separator)) {
      int close =
          switch (text.charAt(i)) {
            case '"', '\'' -> endOfQuote(text, i);
            case '{', '(', '[' -> closing(text, i);
            default -> i;
          };
      i = Math.max(i, close) + 1;
    }
    return i;
  }

  /** {@return whether braces stand around a value, which keep its spaces and commas together} */
  static boolean isInBraces(String value) {
    return value.startsWith("{") && closing(value, 0) == value.length() - 1;
  }

  private static boolean separates(char c, char separator) {
    return separator == ' ' ? Character.isWhitespace(c) : c == separator;
  }

  private static int endOfQuote(String text, int open) {
    char quote = text.charAt(open);
    for (int i = open + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i;
      }
    }
    return -1;
  }

  /**
   * {@return what a value says: without the braces around it, or without the quotes, escapes
   * resolved}
   */
  static String unquote(String value) {
    if (isInBraces(value)) {
      return value.substring(1, value.length() - 1);
    }
    boolean quoted =
        value.length() >= 2
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && endOfQuote(value, 0) == value.length() - 1;
    if (!quoted) {
      return value;
    }
    StringBuilder result = new StringBuilder();
    for (int i = 1; i < value.length() - 1; i++) {
      if (value.charAt(i) == '\\') {
        i++;
      }
      result.append(value.charAt(i));
    }
    return result.toString();
  }

  /** {@return a value that {@link #unquote} turns into {@code plain}, quoted only where needed} */
  static String quote(String plain) {
    if (!plain.isEmpty() && plain.chars().allMatch(OptionText::isPlain)) {
      return plain;
    }
    return '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static boolean isPlain(int c) {
    return !Character.isWhitespace(c) && ",\"'(){}[]\\=".indexOf(c) < 0;
  }
}
