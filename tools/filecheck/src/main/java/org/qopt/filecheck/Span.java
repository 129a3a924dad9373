package org.qopt.filecheck;

/**
 * A stretch of a text.
 *
 * @param source the text
 * @param start offset of the first character
 * @param end offset after the last character; equal to {@code start} for a mere position
 */
public record Span(SourceText source, int start, int end) {
  // Written out since a key of maps: what the compiler writes for records takes long to be linked.
  @Override
  public boolean equals(Object other) {
    return other instanceof Span span
        && source == span.source
        && start == span.start
        && end == span.end;
  }

  @Override
  public int hashCode() {
    return 31 * start + end;
  }

  int length() {
    return end - start;
  }

  /** {@return the characters of the span} */
  public String text() {
    return source.substring(start, end);
  }

  /** {@return the position at which this span begins} */
  Span head() {
    return new Span(source, start, start);
  }
}
