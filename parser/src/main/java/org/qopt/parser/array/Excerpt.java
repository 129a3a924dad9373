package org.qopt.parser.array;

/** Foreign text in a message: short, and without characters that would disturb a terminal. */
final class Excerpt {
  private static final int LIMIT = 40;

  private Excerpt() {}

  static String of(String text) {
    String shown = text.length() > LIMIT ? text.substring(0, LIMIT) + "..." : text;
    return shown
        .codePoints()
        .map(c -> Character.isISOControl(c) ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
