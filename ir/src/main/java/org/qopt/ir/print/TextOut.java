package org.qopt.ir.print;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Indented text on its way to a stream, in UTF-8, gathered to pieces of some size. Errors of the
 * stream leave as {@link UncheckedIOException}.
 */
final class TextOut {
  private static final int PIECE = 1 << 16;
  private static final int STEP = 2;
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] SPACES = " ".repeat(64).getBytes(StandardCharsets.US_ASCII);

  private final OutputStream target;
  private final byte[] buffer;
  private int size;
  private long flushed;
  private int indentation;

  TextOut(OutputStream target) {
    this(target, PIECE);
  }

  /** A text that is gathered to pieces of {@code piece} bytes. */
  TextOut(OutputStream target, int piece) {
    this.target = target;
    this.buffer = new byte[piece];
  }

  /** {@return a text for {@code other} at the indentation that this one has now} */
  TextOut beside(OutputStream other) {
    TextOut result = new TextOut(other);
    result.indentation = indentation;
    return result;
  }

  TextOut append(String text) {
    // A copy that the JVM makes with few instructions, whatever the characters are.
    return append(text.getBytes(StandardCharsets.UTF_8));
  }

  TextOut append(byte[] text) {
    return append(text, text.length);
  }

  private TextOut append(byte[] text, int count) {
    if (count > buffer.length - size) {
      flush();
      if (count > buffer.length) {
        write(text, count);
        return this;
      }
    }
    System.arraycopy(text, 0, buffer, size, count);
    size += count;
    return this;
  }

  /** Appends an ASCII character. */
  TextOut append(char character) {
    if (size == buffer.length) {
      flush();
    }
    buffer[size++] = (byte) character;
    return this;
  }

  TextOut append(long number) {
    if (number < 0 || number > 9) {
      return append(Long.toString(number));
    }
    return append((char) ('0' + number));
  }

  /** Appends two hexadecimal digits for each byte. */
  TextOut appendHex(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      if (buffer.length - size < 2) {
        flush();
      }
      buffer[size++] = HEX[bytes[i] >> 4 & 0xF];
      buffer[size++] = HEX[bytes[i] & 0xF];
    }
    return this;
  }

  TextOut newLine() {
    append('\n');
    for (int left = indentation; left > 0; left -= SPACES.length) {
      append(SPACES, Math.min(left, SPACES.length));
    }
    return this;
  }

  TextOut indent() {
    indentation += STEP;
    return this;
  }

  TextOut dedent() {
    indentation -= STEP;
    return this;
  }

  /** {@return how much has been appended} */
  long position() {
    return flushed + size;
  }

  /** {@return what was appended from {@code position} on; empty if that is no longer at hand} */
  byte[] since(long position) {
    return position < flushed
        ? new byte[0]
        : Arrays.copyOfRange(buffer, (int) (position - flushed), size);
  }

  void flush() {
    write(buffer, size);
    size = 0;
  }

  private void write(byte[] bytes, int count) {
    try {
      target.write(bytes, 0, count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    flushed += count;
  }
}
