package org.qopt.filecheck;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A named text with an index of its lines.
 *
 * <p>Texts hold one character per byte of the file (ISO-8859-1), so that columns and the regular
 * expression {@code .} count bytes, as they do in LLVM's FileCheck, and any file survives the round
 * trip.
 */
public final class SourceText {
  private final String name;
  private final String text;
  private int[] lineStarts = {};

  private SourceText(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * Names a text that is one character per byte already.
   *
   * @param name what diagnostics call it, a path or {@code <stdin>}
   * @param text its content, one character per byte
   */
  static SourceText of(String name, String text) {
    return new SourceText(name, text);
  }

  /** {@return a text of bytes in any encoding} */
  public static SourceText bytes(String name, byte[] bytes) {
    return new SourceText(name, new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** {@return a text of any characters, held as its UTF-8 bytes} */
  public static SourceText utf8(String name, String text) {
    return bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@return what diagnostics call this text} */
  public String name() {
    return name;
  }

  /** {@return the content} */
  public String text() {
    return text;
  }

  /** {@return the number of characters} */
  public int length() {
    return text.length();
  }

  /** {@return the one-based line that holds {@code offset}} */
  public int line(int offset) {
    if (lineStarts.length == 0) {
      lineStarts = indexLines();
    }
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** {@return the one-based column of {@code offset} in its line; a lone CR also starts a line} */
  public int column(int offset) {
    return offset - lineStart(offset) + 1;
  }

  /** {@return the text of the line that holds {@code offset}, without its terminator} */
  public String lineText(int offset) {
    return text.substring(lineStart(offset), lineEnd(offset));
  }

  /** {@return the offset at which the line of {@code offset} begins} */
  public int lineStart(int offset) {
    int start = offset;
    while (start > 0 && !isBreak(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** {@return the offset of the terminator of the line of {@code offset}, or the length} */
  public int lineEnd(int offset) {
    int end = offset;
    while (end < text.length() && !isBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** {@return a span of this text} */
  Span span(int start, int end) {
    return new Span(this, start, end);
  }

  /** {@return the empty span at {@code offset}} */
  Span at(int offset) {
    return new Span(this, offset, offset);
  }

  private int[] indexLines() {
    int[] starts = new int[64];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
