package org.qopt.ir.print;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Indented text on its way to an {@link Appendable}, gathered to pieces of some size. Errors of the
 * {@link Appendable} leave as {@link UncheckedIOException}.
 */
final class TextOut {
  private static final int FLUSH = 1 << 16;
  private static final int STEP = 2;

  private final Appendable target;
  private final StringBuilder buffer = new StringBuilder(FLUSH + (FLUSH >> 2));
  private int indentation;

  TextOut(Appendable target) {
    this.target = target;
  }

  TextOut append(String text) {
    buffer.append(text);
    if (buffer.length() >= FLUSH) {
      flush();
    }
    return this;
  }

  TextOut append(char character) {
    buffer.append(character);
    return this;
  }

  TextOut append(long number) {
    buffer.append(number);
    return this;
  }

  /** {@return an {@link Appendable} that writes here, for texts too long to be one string} */
  Appendable appendable() {
    return new Appendable() {
      @Override
      public Appendable append(CharSequence text) {
        return append(text, 0, text.length());
      }

      @Override
      public Appendable append(CharSequence text, int start, int end) {
        buffer.append(text, start, end);
        if (buffer.length() >= FLUSH) {
          flush();
        }
        return this;
      }

      @Override
      public Appendable append(char character) {
        buffer.append(character);
        return this;
      }
    };
  }

  TextOut newLine() {
    if (buffer.length() >= FLUSH) {
      flush();
    }
    buffer.append('\n').repeat(' ', indentation);
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

  void flush() {
    try {
      target.append(buffer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    buffer.setLength(0);
  }
}
