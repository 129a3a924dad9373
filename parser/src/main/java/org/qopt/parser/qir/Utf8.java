package org.qopt.parser.qir;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.qopt.ir.print.Quoted;

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

  /**
   * {@return what stands between the quotes of {@code quoted}, if that is valid UTF-8 with escapes
   * that MLIR knows}; bytes that are no text, which only escapes can say, become what {@link
   * Quoted#byteAsCharacter} holds them as
   */
  static Optional<String> unquote(String quoted) {
    String inner = quoted.substring(1, quoted.length() - 1);
    if (inner.indexOf('\\') < 0) {
      return decode(inner);
    }
    return decode(inner).isEmpty() ? Optional.empty() : unescape(inner).map(Utf8::lenient);
  }

  private static Optional<byte[]> unescape(String inner) {
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
    return Optional.of(bytes.toByteArray());
  }

  private static String lenient(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    for (CoderResult state = decoder.decode(in, out, true);
        state.isMalformed();
        state = decoder.decode(in, out, true)) {
      for (int i = 0; i < state.length(); i++) {
        out.put(Quoted.byteAsCharacter(in.get()));
      }
      decoder.reset();
    }
    return out.flip().toString();
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
