package org.qopt.filecheck;

/**
 * The part of an annotation that stands under one line of the input dump.
 *
 * @param order the position of the annotation among all
 * @param label directive and line, in the left margin
 * @param first whether the annotation begins on this line
 * @param line the one-based line of the input
 * @param startColumn the first marked column, from 1
 * @param endColumn the column after the last marked one; {@link Integer#MAX_VALUE} for the line end
 * @param head what stands in the first column
 * @param note what follows, or nothing
 * @param color the colour of all that
 * @param kind what the mark means for the lines that are shown
 */
record DumpMark(
    int order,
    String label,
    boolean first,
    int line,
    int startColumn,
    int endColumn,
    char head,
    String note,
    Color color,
    Kind kind) {

  /** What a mark means for the lines that are shown. */
  enum Kind {
    /** A match that was wanted; its line is unmatched input elsewhere. */
    EXPECTED,
    /** A mistake. */
    ERROR,
    /** Neither. */
    OTHER
  }

  boolean error() {
    return kind == Kind.ERROR;
  }

  /** {@return whether the mark is a wanted match that holds {@code column}} */
  boolean isMatchAt(int column) {
    return kind == Kind.EXPECTED && startColumn <= column && column < endColumn;
  }

  /** {@return this mark as it goes on at a later line} */
  DumpMark continued(int laterLine, int laterEnd) {
    return new DumpMark(order, label, false, laterLine, 1, laterEnd, '~', "", color, kind);
  }

  /**
   * Writes the marks.
   *
   * @param out where to
   * @param labelWidth the width of the left margin
   * @param lineWidth the number of columns of the line, with one for its end
   * @param colored whether to write colours
   */
  void render(StringBuilder out, int labelWidth, int lineWidth, boolean colored) {
    out.append(color.begin(colored))
        .append(label)
        .repeat(' ', labelWidth - label.length() + 2 + startColumn - 1)
        .append(head);
    int column = startColumn + 1;
    for (; column < endColumn && column <= lineWidth; column++) {
      out.append('~');
    }
    if (!note.isEmpty()) {
      out.repeat(' ', Math.max(0, lineWidth - column + 1)).append(' ').append(note);
    }
    out.append('\n').append(Color.RESET.begin(colored));
  }
}
