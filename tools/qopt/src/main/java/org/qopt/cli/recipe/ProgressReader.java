package org.qopt.cli.recipe;

import java.io.Reader;

/** Reads a text and knows how far it was read: the parser does not say where it stopped. */
final class ProgressReader extends Reader {
  private final String text;
  private int position;

  ProgressReader(String text) {
    this.text = text;
  }

  @Override
  public int read() {
    return position < text.length() ? text.charAt(position++) : -1;
  }

  @Override
  public int read(char[] target, int offset, int length) {
    if (position == text.length() && length > 0) {
      return -1;
    }
    int count = Math.min(length, text.length() - position);
    text.getChars(position, position + count, target, offset);
    position += count;
    return count;
  }

  @Override
  public void close() {}

  /** {@return the line of what was read last, counted from 1; a line feed is the end of a line} */
  int line() {
    return 1 + (int) text.chars().limit(Math.max(0, position - 1)).filter(c -> c == '\n').count();
  }
}
