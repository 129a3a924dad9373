package org.qopt.filecheck;

/** Brings texts into the form in which they are compared. */
final class Whitespace {
  private Whitespace() {}

  /** {@return a copy in that form} */
  static SourceText canonicalize(SourceText source, boolean strict) {
    byte[] bytes = source.raw().clone();
    return SourceText.wrap(source.name(), bytes, compact(bytes, source.length(), strict));
  }

  /**
   * Drops the CR before an LF and, unless {@code strict}, makes each run of blanks one space.
   *
   * @param bytes the text, which is changed
   * @param length its length before
   * @return its length afterwards
   */
  static int compact(byte[] bytes, int length, boolean strict) {
    int kept = 0;
    int size = 0;
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      // Most bytes are neither blanks nor controls, and need no closer look.
      if (b > ' ' || b < 0 || b == '\n') {
        continue;
      }
      byte next = i + 1 < length ? bytes[i + 1] : 0;
      if (b == ' ' && (strict || next > ' ') || isKept(b, next, strict)) {
        continue;
      }
      System.arraycopy(bytes, kept, bytes, size, i - kept);
      size += i - kept;
      if (b == '\r') {
        kept = i + 1;
        continue;
      }
      bytes[size++] = ' ';
      while (i + 1 < length && isBlank(bytes[i + 1])) {
        i++;
      }
      kept = i + 1;
    }
    if (kept == 0) {
      return length;
    }
    System.arraycopy(bytes, kept, bytes, size, length - kept);
    return size + length - kept;
  }

  private static boolean isKept(byte b, byte next, boolean strict) {
    return switch (b) {
      case '\r' -> next != '\n';
      case ' ' -> strict || !isBlank(next);
      case '\t' -> strict;
      default -> true;
    };
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }
}
