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
 * @param error whether the line counts as one with an error
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
    boolean error) {

  /** {@return this mark as it goes on at a later line} */
  DumpMark continued(int laterLine, int laterEnd) {
    return new DumpMark(order, label, false, laterLine, 1, laterEnd, '~', "", error);
  }

  /**
   * Writes the marks.
   *
   * @param out where to
   * @param labelWidth the width of the left margin
   * @param lineWidth the number of columns of the line, with one for its end
   */
  void render(StringBuilder out, int labelWidth, int lineWidth) {
    out.append(label).repeat(' ', labelWidth - label.length() + 2 + startColumn - 1).append(head);
    int column = startColumn + 1;
    for (; column < endColumn && column <= lineWidth; column++) {
      out.append('~');
    }
    if (!note.isEmpty()) {
      out.repeat(' ', Math.max(0, lineWidth - column + 1)).append(' ').append(note);
    }
    out.append('\n');
  }
}
