package org.qopt.filecheck;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text that is found as it stands. */
final class Literal {
  private final byte[] bytes;

  private Literal(byte[] bytes) {
    this.bytes = bytes;
  }

  /** {@return the literal of a stretch of a text} */
  static Literal of(Span span) {
    return new Literal(Arrays.copyOfRange(span.source().raw(), span.start(), span.end()));
  }

  /** {@return the bytes, which nobody changes} */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return bytes.length;
  }

  /** {@return the characters, one for each byte} */
  String text() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
