package org.qopt.parser.qir;

import java.util.Optional;

/** Finds the resources after a program, which the constants in it refer to, before it is read. */
final class TrailerFinder {
  private TrailerFinder() {}

  /** {@return where <code>{-#</code> stands, if the text ends with <code>#-}</code>} */
  static Optional<Integer> find(SourceFile source) {
    byte[] bytes = source.bytes();
    int end = endOfText(bytes, source.start(), source.end());
    if (end - source.start() < 6
        || bytes[end - 1] != '}'
        || bytes[end - 2] != '-'
        || bytes[end - 3] != '#') {
      return Optional.empty();
    }
    for (int i = end - 6; i >= source.start(); i--) {
      if (bytes[i] == '{' && bytes[i + 1] == '-' && bytes[i + 2] == '#') {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  // The end without white space and lines that are comments.
  private static int endOfText(byte[] bytes, int start, int end) {
    int last = end;
    while (true) {
      while (last > start && bytes[last - 1] <= ' ' && bytes[last - 1] > 0) {
        last--;
      }
      int line = last;
      while (line > start && bytes[line - 1] != '\n') {
        line--;
      }
      int first = line;
      while (first < last && (bytes[first] == ' ' || bytes[first] == '\t')) {
        first++;
      }
      if (last - first < 2 || bytes[first] != '/' || bytes[first + 1] != '/') {
        return last;
      }
      last = line;
    }
  }
}
