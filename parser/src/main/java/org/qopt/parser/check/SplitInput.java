package org.qopt.parser.check;

import java.util.ArrayList;
import java.util.List;
import org.qopt.parser.qir.SourceFile;

/** Cuts a text into parts that are read one by one. */
public final class SplitInput {
  /** The line that stands between two parts. */
  public static final String SEPARATOR = "// -----";

  private SplitInput() {}

  /**
   * {@return the parts between lines of {@value #SEPARATOR}, which keep the file's line numbers}
   */
  public static List<SourceFile> split(SourceFile source) {
    List<SourceFile> parts = new ArrayList<>();
    byte[] bytes = source.bytes();
    int begin = source.start();
    int line = begin;
    while (line < source.end()) {
      int end = line;
      while (end < source.end() && bytes[end] != '\n') {
        end++;
      }
      int next = Math.min(end + 1, source.end());
      if (isSeparator(bytes, line, end)) {
        parts.add(source.part(begin, line));
        begin = next;
      }
      line = next;
    }
    parts.add(source.part(begin, source.end()));
    return parts;
  }

  private static boolean isSeparator(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == '\r')) {
      end--;
    }
    if (end - from != SEPARATOR.length()) {
      return false;
    }
    for (int i = 0; i < SEPARATOR.length(); i++) {
      if (bytes[from + i] != SEPARATOR.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
