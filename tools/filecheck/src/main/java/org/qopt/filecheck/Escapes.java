package org.qopt.filecheck;

/** Writes text in C's escapes, as messages show it. */
final class Escapes {
  private Escapes() {}

  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '"' -> out.append("\\\"");
        default -> {
          if (c >= ' ' && c < 0x7f) {
            out.append(c);
          } else {
            out.append('\\').append(octal(c));
          }
        }
      }
    }
    return out.toString();
  }

  private static String octal(char c) {
    return "" + (char) ('0' + (c >> 6 & 7)) + (char) ('0' + (c >> 3 & 7)) + (char) ('0' + (c & 7));
  }
}
