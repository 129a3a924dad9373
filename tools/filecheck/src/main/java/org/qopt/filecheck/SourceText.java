package org.qopt.filecheck;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A named text with an index of its lines.
 *
 * <p>Texts are bytes, each of them a character of ISO-8859-1, so that columns and the regular
 * expression {@code .} count bytes, as they do in LLVM's FileCheck, and any file survives the round
 * trip.
 */
public final class SourceText {
  /** How far ahead a line is found by counting on from the last one that was asked for. */
  private static final int NEAR = 4096;

  private final String name;
  private final byte[] bytes;
  private final int length;
  private int[] lineStarts = {};
  private int knownOffset;
  private int knownLine = 1;

  private SourceText(String name, byte[] bytes, int length) {
    this.name = name;
    this.bytes = bytes;
    this.length = length;
  }

  /**
   * Names a text that is one character per byte already.
   *
   * @param name what diagnostics call it, a path or {@code <stdin>}
   * @param text its content, one character per byte
   */
  static SourceText of(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return new SourceText(name, bytes, bytes.length);
  }

  /**
   * {@return a text of the first {@code length} of {@code bytes}, which nobody changes any more}
   */
  static SourceText wrap(String name, byte[] bytes, int length) {
    return new SourceText(name, bytes, length);
  }

  /** {@return a text of bytes in any encoding} */
  public static SourceText bytes(String name, byte[] bytes) {
    return new SourceText(name, bytes.clone(), bytes.length);
  }

  /** {@return a text of any characters, held as its UTF-8 bytes} */
  public static SourceText utf8(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new SourceText(name, bytes, bytes.length);
  }

  /** {@return what diagnostics call this text} */
  public String name() {
    return name;
  }

  /** {@return the content, one character per byte} */
  public String text() {
    return substring(0, length);
  }

  /** {@return the number of bytes} */
  public int length() {
    return length;
  }

  /** {@return the bytes, of which those from {@link #length()} on are none of the text} */
  byte[] raw() {
    return bytes;
  }

  /** {@return the character at {@code offset}} */
  char at(int offset) {
    return (char) (bytes[offset] & 0xff);
  }

  String substring(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }

  boolean startsWith(String prefix, int offset) {
    int size = prefix.length();
    if (offset < 0 || size > length - offset) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (at(offset + i) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** {@return where {@code text} next stands, or -1} */
  int indexOf(String text, int from) {
    return indexOf(text, from, length);
  }

  /** {@return where {@code text} next stands before {@code end}, or -1} */
  int indexOf(String text, int from, int end) {
    byte first = (byte) text.charAt(0);
    int last = end - text.length();
    for (int i = from; i <= last; i++) {
      if (bytes[i] == first && startsWith(text, i)) {
        return i;
      }
    }
    return -1;
  }

  /** {@return the one-based line that holds {@code offset}} */
  public int line(int offset) {
    if (lineStarts.length == 0 && offset >= knownOffset && offset - knownOffset < NEAR) {
      for (int i = knownOffset; i < offset; i++) {
        knownLine += bytes[i] == '\n' ? 1 : 0;
      }
      knownOffset = offset;
      return knownLine;
    }
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
    return substring(lineStart(offset), lineEnd(offset));
  }

  /** {@return the offset at which the line of {@code offset} begins} */
  public int lineStart(int offset) {
    int start = offset;
    while (start > 0 && !isBreak(bytes[start - 1])) {
      start--;
    }
    return start;
  }

  /** {@return the offset of the terminator of the line of {@code offset}, or the length} */
  public int lineEnd(int offset) {
    int end = offset;
    while (end < length && !isBreak(bytes[end])) {
      end++;
    }
    return end;
  }

  /** {@return the offset after the next newline, or the length} */
  int nextLine(int offset) {
    int at = offset;
    while (at < length && bytes[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, length);
  }

  /** {@return a span of this text} */
  Span span(int start, int end) {
    return new Span(this, start, end);
  }

  /** {@return the empty span at {@code offset}} */
  Span position(int offset) {
    return new Span(this, offset, offset);
  }

  private int[] indexLines() {
    int[] starts = new int[64];
    int count = 1;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  private static boolean isBreak(byte b) {
    return b == '\n' || b == '\r';
  }
}
