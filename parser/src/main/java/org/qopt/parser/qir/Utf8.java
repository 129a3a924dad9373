package org.qopt.parser.qir;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts of which each character stands for a byte, as the lexer gives them, and what they mean. */
final class Utf8 {
  private Utf8() {}

  /** {@return the characters that the bytes of {@code raw} encode, if they are valid UTF-8} */
  static Optional<String> decode(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) >= 0x80) {
        return decode(raw.getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return Optional.of(raw);
  }

  /** {@return whether after each backslash in {@code quoted} stands what MLIR knows there} */
  static boolean hasKnownEscapes(String quoted) {
    int end = quoted.length() - 1;
    for (int i = quoted.indexOf('\\'); i >= 0; i = quoted.indexOf('\\', i)) {
      boolean known = "nt\"\\".indexOf(quoted.charAt(i + 1)) >= 0;
      boolean hex =
          i + 2 < end
              && Character.digit(quoted.charAt(i + 1), 16) >= 0
              && Character.digit(quoted.charAt(i + 2), 16) >= 0;
      if (!known && !hex) {
        return false;
      }
      i += known ? 2 : 3;
    }
    return true;
  }

  /** {@return what stands between the quotes of {@code quoted}, if that is valid UTF-8} */
  static Optional<String> unquote(String quoted) {
    String inner = quoted.substring(1, quoted.length() - 1);
    if (inner.indexOf('\\') < 0) {
      return decode(inner);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(inner.length());
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c != '\\' || i + 1 == inner.length()) {
        bytes.write(c);
        continue;
      }
      i++;
      char escape = inner.charAt(i);
      switch (escape) {
        case 'n' -> bytes.write('\n');
        case 't' -> bytes.write('\t');
        case '"', '\\' -> bytes.write(escape);
        default -> {
          int high = Character.digit(escape, 16);
          int low = i + 1 < inner.length() ? Character.digit(inner.charAt(i + 1), 16) : -1;
          if (high < 0 || low < 0) {
            return Optional.empty();
          }
          bytes.write(high << 4 | low);
          i++;
        }
      }
    }
    return decode(bytes.toByteArray());
  }

  private static Optional<String> decode(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}
