package org.qopt.parser.qir;

import java.nio.charset.StandardCharsets;
import org.antlr.v4.runtime.Token;

/** Says in messages what was found. */
final class Found {
  private static final int LONGEST = 40;

  private Found() {}

  /** {@return the token in quotes, shortened; the end of the text in words} */
  static String of(Token token) {
    return token.getType() == Token.EOF ? "end of file" : quoted(token.getText());
  }

  /** {@return {@code text} in quotes, shortened} */
  static String quoted(String text) {
    String line = text.lines().findFirst().orElse("");
    boolean cut = line.length() > LONGEST || line.length() < text.length();
    return "'" + (cut ? line.substring(0, Math.min(LONGEST, line.length())) + "..." : line) + "'";
  }

  /** {@return the character at {@code offset}: itself, or by its code where it cannot be shown} */
  static String character(byte[] bytes, int offset, int end) {
    int first = bytes[offset] & 0xFF;
    if (first == 0) {
      return "NUL byte";
    }
    if (first > ' ' && first < 0x7F) {
      return "character '" + (char) first + "'";
    }
    int length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (offset + length <= end) {
      String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
      if (text.codePointCount(0, text.length()) == 1 && text.codePointAt(0) != 0xFFFD) {
        int point = text.codePointAt(0);
        if (point == 0xFEFF) {
          return "byte order mark; a text is UTF-8 without one";
        }
        // A control character could change the terminal that it is shown on.
        String shown = Character.isISOControl(point) ? "" : "'" + text + "' ";
        return "character %s(U+%04X)".formatted(shown, point);
      }
    }
    return "byte 0x%02X, which is no UTF-8".formatted(first);
  }
}
