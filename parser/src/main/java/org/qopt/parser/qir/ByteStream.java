package org.qopt.parser.qir;

import java.nio.charset.StandardCharsets;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/** Gives ANTLR the bytes of a text, one a character, without a copy. */
final class ByteStream implements CharStream {
  private final SourceFile source;
  private final byte[] bytes;
  private final int end;
  private int index;

  ByteStream(SourceFile source) {
    this.source = source;
    this.bytes = source.bytes();
    this.index = source.start();
    this.end = source.end();
  }

  SourceFile source() {
    return source;
  }

  byte[] bytes() {
    return bytes;
  }

  int end() {
    return end;
  }

  @Override
  public void consume() {
    if (index >= end) {
      throw new IllegalStateException("cannot consume EOF");
    }
    index++;
  }

  @Override
  public int LA(int offset) {
    int at = offset > 0 ? index + offset - 1 : index + offset;
    return at >= source.start() && at < end ? bytes[at] & 0xFF : EOF;
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // All bytes stay at hand.
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public void seek(int newIndex) {
    index = Math.min(newIndex, end);
  }

  @Override
  public int size() {
    return end;
  }

  @Override
  public String getSourceName() {
    return source.name();
  }

  @Override
  public String getText(Interval interval) {
    int from = Math.max(interval.a, source.start());
    int to = Math.min(interval.b + 1, end);
    return from >= to ? "" : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
