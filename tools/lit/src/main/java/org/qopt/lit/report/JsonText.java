package org.qopt.lit.report;

/** Writes strings of JSON. */
final class JsonText {
  private static final int FIRST_PRINTABLE = 32;
  private static final int LAST_ASCII = 126;

  private JsonText() {}

  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c >= FIRST_PRINTABLE && c <= LAST_ASCII) {
            quoted.append(c);
          } else {
            quoted.append(String.format("\\u%04x", (int) c));
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
