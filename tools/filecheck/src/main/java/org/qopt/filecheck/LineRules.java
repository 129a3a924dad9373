package org.qopt.filecheck;

/**
 * Checks that a match lies on the line that {@code -NEXT}, {@code -EMPTY} or {@code -SAME} says.
 */
final class LineRules {
  private final SourceText input;
  private final Report report;

  LineRules(SourceText input, Report report) {
    this.input = input;
    this.report = report;
  }

  /**
   * Reports a match on the wrong line.
   *
   * @param skipped the region between the previous match and this one
   * @return whether the line is right
   */
  boolean hold(CheckFile.Check check, Region skipped) {
    return switch (check.pattern().directive().kind()) {
      case NEXT, EMPTY -> holdsNext(check, skipped);
      case SAME -> holdsSame(check, skipped);
      default -> true;
    };
  }

  private boolean holdsNext(CheckFile.Check check, Region skipped) {
    int[] afterFirst = {0};
    int newlines = countNewlines(skipped, afterFirst);
    if (newlines == 1) {
      return true;
    }
    fail(
        check,
        newlines == 0
            ? ": is on the same line as previous match"
            : ": is not on the line after the previous match",
        skipped);
    if (newlines > 1) {
      report.add(
          Diagnostic.note(
              input.position(afterFirst[0]), "non-matching line after previous match is here"));
    }
    return false;
  }

  private boolean holdsSame(CheckFile.Check check, Region skipped) {
    if (countNewlines(skipped, new int[1]) == 0) {
      return true;
    }
    fail(check, ": is not on the same line as the previous match", skipped);
    return false;
  }

  private void fail(CheckFile.Check check, String problem, Region skipped) {
    String name = check.pattern().prefix() + check.pattern().directive().kind().suffix();
    report.add(Diagnostic.error(check.pattern().head(), name + problem));
    report.add(Diagnostic.note(input.position(skipped.end()), "'next' match was here"));
    report.add(Diagnostic.note(input.position(skipped.start()), "previous match ended here"));
  }

  /** Counts line ends; a CR and an LF together, in either order, are one. */
  private int countNewlines(Region region, int[] afterFirst) {
    byte[] bytes = input.raw();
    int end = region.end();
    int count = 0;
    int i = nextBreak(bytes, region.start(), end);
    while (i < end) {
      byte other = (byte) (bytes[i] == '\n' ? '\r' : '\n');
      i += i + 1 < end && bytes[i + 1] == other ? 2 : 1;
      if (++count == 1) {
        afterFirst[0] = i;
      }
      i = nextBreak(bytes, i, end);
    }
    return count;
  }

  private static int nextBreak(byte[] bytes, int start, int end) {
    int i = start;
    int last = end - 3;
    // Four at a time, as most bytes are greater than both.
    while (i < last
        && bytes[i] > '\r'
        && bytes[i + 1] > '\r'
        && bytes[i + 2] > '\r'
        && bytes[i + 3] > '\r') {
      i += 4;
    }
    while (i < end && bytes[i] != '\n' && bytes[i] != '\r') {
      i++;
    }
    return i;
  }
}
