package org.qopt.filecheck;

/** Brings texts into the form in which they are compared. */
final class Whitespace {
  private Whitespace() {}

  /**
   * Drops the CR before an LF and, unless {@code strict}, makes each run of blanks one space.
   *
   * @return the text, the same object if nothing changes
   */
  static SourceText canonicalize(SourceText source, boolean strict) {
    String text = source.text();
    if (text.indexOf('\r') < 0 && (strict || isCanonical(text))) {
      return source;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        continue;
      }
      if (strict || !Cursor.isBlank(c)) {
        out.append(c);
      } else if (i == 0 || !Cursor.isBlank(text.charAt(i - 1))) {
        out.append(' ');
      }
    }
    return SourceText.of(source.name(), out.toString());
  }

  private static boolean isCanonical(String text) {
    return text.indexOf('\t') < 0 && text.indexOf("  ") < 0;
  }
}
